import type { CivilDate } from '@rectify/domain';
import type { Campaign } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { DataTable } from '../../../shared/ui/data-table';
import { useText, type Say } from '../../../shared/i18n/use-text';

type RoadStage = Campaign['road'][number];

/** A forced or empty stage is closed too, but says how. */
const stateOf = ({ is, how }: RoadStage, t: Say): string =>
  is === 'closed' && how !== null && how !== 'approved' ? t(`stageState.${how}`) : t(`stageState.${is}`);

interface TrackProps {
  readonly road: readonly RoadStage[];
  readonly current: Campaign['stage'];
  readonly today: CivilDate;
}

/** All stages in their order, the current one most prominent. Words and shapes say the state, not colour alone. */
export const StageTrack = ({ road, current, today }: TrackProps) => {
  const { t } = useText();
  return (
    <>
      <ol className="track" aria-label={t('campaign.track')}>
        {road.map((at, index) => (
          <li
            key={at.stage}
            data-stage={at.stage}
            data-is={at.is}
            data-starts-on={at.startOn}
            aria-current={at.stage === current ? 'step' : undefined}
          >
            <span className="track-mark" aria-hidden="true">
              {at.is === 'closed' ? '✓' : index + 1}
            </span>
            <span className="track-name">{t(`stage.${at.stage}`)}</span>
            <span className="track-when">
              <span>{stateOf(at, t)}</span>{' '}
              <span className="nowrap">
                {t('campaign.window', {
                  from: shortDay(at.startOn, today, t),
                  to: shortDay(at.endOn, today, t),
                })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('chart.data')}</summary>
        <DataTable
          caption={t('campaign.track')}
          rows={road}
          rowKey={({ stage }) => stage}
          columns={[
            {
              key: 'stage',
              label: t('launch.stage'),
              isRowHeader: true,
              cell: ({ stage }) => t(`stage.${stage}`),
            },
            { key: 'is', label: t('ledger.status'), kind: 'short', cell: (at) => stateOf(at, t) },
            {
              key: 'from',
              label: t('launch.from'),
              kind: 'short',
              cell: ({ startOn }) => shortDay(startOn, today, t),
            },
            {
              key: 'to',
              label: t('launch.to'),
              kind: 'short',
              cell: ({ endOn }) => shortDay(endOn, today, t),
            },
          ]}
        />
      </details>
    </>
  );
};
