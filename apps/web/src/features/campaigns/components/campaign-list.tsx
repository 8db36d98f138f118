import { Link } from '@tanstack/react-router';
import type { CampaignListItem } from '../../../shared/api/types';
import { shownCount } from '../../../shared/counts/shown-count';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable, type Column } from '../../../shared/ui/data-table';
import { OverdueLight } from '../../../shared/ui/light';
import { stagePlace } from './stage-place';

export const CampaignTable = ({ campaigns }: { campaigns: readonly CampaignListItem[] }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  const columns: readonly Column<CampaignListItem>[] = [
    {
      key: 'code',
      label: t('campaigns.code'),
      isRowHeader: true,
      kind: 'short',
      cell: ({ code }) => (
        <Link to="/c/$code" params={{ code }}>
          {code}
        </Link>
      ),
    },
    {
      key: 'name',
      label: t('campaigns.name'),
      cell: (campaign) => (
        <>
          {campaignTitle(campaign, words)}
          <div className="muted">{campaign.unit.name}</div>
        </>
      ),
    },
    {
      key: 'stage',
      label: t('campaigns.stage'),
      kind: 'short',
      cell: (campaign) => (
        <>
          {stagePlace(campaign, t)}
          {campaign.forced.map((stage) => (
            <div className="muted" key={stage} data-forced={stage}>
              {t(`stage.${stage}`)} {t('stageState.forced')}
            </div>
          ))}
          <Overdue campaign={campaign} />
        </>
      ),
    },
    {
      key: 'dates',
      label: t('campaigns.dates'),
      kind: 'short',
      cell: ({ startOn, endOn }) =>
        t('campaign.window', { from: shortDay(startOn, today, t), to: shortDay(endOn, today, t) }),
    },
    {
      key: 'problems',
      label: t('campaigns.problems'),
      kind: 'number',
      cell: ({ counts }) => counts.problems,
    },
    { key: 'closed', label: t('campaigns.closed'), kind: 'number', cell: ({ counts }) => counts.closed },
  ];
  return (
    <div className="panel">
      <DataTable
        caption={t('campaigns.caption')}
        hiddenCaption
        rows={campaigns}
        rowKey={({ id }) => id}
        rowProps={({ code, status }) => ({ 'data-campaign': code, 'data-status': status })}
        columns={columns}
      />
    </div>
  );
};

/** What is late leads to the campaign itself, which says of each whom it waits for: it is more than problems. */
const Overdue = ({ campaign: { code, overdue } }: { campaign: CampaignListItem }) => {
  const { t } = useText();
  if (overdue === 0) return null;
  return (
    <div>
      <Link to="/c/$code" params={{ code }}>
        <OverdueLight word={t('campaign.overdue', { count: shownCount(overdue) })} />
      </Link>
    </div>
  );
};
