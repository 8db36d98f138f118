import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Action, Me, ReadingGrant } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { directoryAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { matterIn } from './seat-row';

interface GrantPanelProps {
  readonly posts: Me['posts'];
  readonly onDone: (action: Action, object: string) => void;
}

/** Who inspects which unit until when; a secretary lets somebody in, and whoever may end it does it here. */
export const GrantPanel = ({ posts, onDone }: GrantPanelProps) => {
  const { t } = useText();
  const led = posts.filter(({ post }) => post === 'secretary');
  return (
    <Panel title={t('settings.grants')}>
      <div className="panel-body stack">
        <p className="muted small">{t('settings.grantsHint')}</p>
        {led.map(({ unitId, unitName }) => (
          <Actions
            key={unitId}
            matter={matterIn({ unitId }, unitName, 'grant')}
            actions={[directoryAct('GrantReading', { unitId })]}
            isPrimary={false}
            onDone={(action) => onDone(action, unitName)}
          />
        ))}
        <Loaded query={useQuery(queries.grants())}>
          {(grants) =>
            grants.length === 0 ? (
              <p className="muted">{t('settings.noGrants')}</p>
            ) : (
              <ul className="stack">
                {grants.map((each) => (
                  <Row key={each.id} grant={each} onDone={onDone} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Panel>
  );
};

const Row = ({
  grant: { id, to, unit, reach, startOn, endOn, may },
  onDone,
}: Pick<GrantPanelProps, 'onDone'> & { readonly grant: ReadingGrant }) => {
  const { t } = useText();
  const today = useToday();
  const object = t('settings.reads', { name: to.name, unit: unit.name });
  return (
    <li className="stack" data-grant={id}>
      <div>
        <b>{object}</b>{' '}
        {t('campaign.window', { from: longDay(startOn, today, t), to: longDay(endOn, today, t) })}
        <div className="small muted">{t(reach === 'F1' ? 'form.reachF1' : 'form.reachF2')}</div>
      </div>
      {may.length > 0 ? (
        <Actions
          matter={matterIn(unit, object, id)}
          actions={may.map((command) => directoryAct(command, { grantId: id, unitId: unit.unitId }))}
          isPrimary={false}
          onDone={(action) => onDone(action, object)}
        />
      ) : null}
    </li>
  );
};
