import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { CampaignList, CampaignListItem } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page, Panel } from '../../../shared/ui/page';
import { stagePlace } from '../components/stage-place';

/** The campaigns of the reader's own units, and the units below in numbers. */
const CampaignsPage = () => {
  const { t } = useText();
  const query = useQuery(queries.campaigns());
  const below = useQuery(queries.below()).data?.below ?? [];
  const isSecretary = useQuery(queries.me()).data?.posts.some(({ post }) => post === 'secretary') ?? false;
  const launch = isSecretary ? (
    <Link to="/c/new" className="button-link">
      {t('command.LaunchCampaign')}
    </Link>
  ) : null;
  return (
    <Page title={t('nav.campaigns')} tools={launch}>
      <Loaded query={query}>{(campaigns) => <Campaigns campaigns={campaigns} canLaunch={isSecretary} />}</Loaded>
      {below.length > 0 ? <Below units={below} /> : null}
    </Page>
  );
};

const Campaigns = ({ campaigns, canLaunch }: { campaigns: readonly CampaignListItem[]; canLaunch: boolean }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  if (campaigns.length === 0) return <p className="note">{t(canLaunch ? 'campaigns.noneLaunch' : 'campaigns.none')}</p>;
  return (
    <div className="panel table-scroll">
      <table className="table">
        <caption className="sr-only">{t('campaigns.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('campaigns.code')}</th>
            <th scope="col">{t('campaigns.name')}</th>
            <th scope="col">{t('campaigns.stage')}</th>
            <th scope="col">{t('campaigns.dates')}</th>
            <th scope="col" className="number">
              {t('campaigns.problems')}
            </th>
            <th scope="col" className="number">
              {t('campaigns.closed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id} data-campaign={campaign.code} data-status={campaign.status}>
              <th scope="row" className="nowrap">
                <Link to="/c/$code" params={{ code: campaign.code }}>
                  {campaign.code}
                </Link>
              </th>
              <td>
                {campaignTitle(campaign, words)}
                <div className="small muted">{campaign.unit.name}</div>
              </td>
              <td className="nowrap">{stagePlace(campaign, t)}</td>
              <td className="nowrap">
                {t('campaign.window', {
                  from: shortDay(campaign.startOn, today, t),
                  to: shortDay(campaign.endOn, today, t),
                })}
              </td>
              <td className="number">{campaign.counts.problems}</td>
              <td className="number">{campaign.counts.closed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Below = ({ units }: { units: CampaignList['below'] }) => {
  const { t } = useText();
  return (
    <Panel title={t('campaigns.below')}>
      <div className="table-scroll">
        <table className="table">
          <caption>{t('campaigns.belowCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.unit')}</th>
              {(['campaigns', 'open', 'problems', 'measures', 'closed', 'closedLate'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`campaigns.count.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((row) => (
              <tr key={row.unit.id}>
                <th scope="row">{row.unit.name}</th>
                <td className="number">{row.campaigns}</td>
                <td className="number">{row.open}</td>
                <td className="number">{row.problems}</td>
                <td className="number">{row.measures}</td>
                <td className="number">{row.closed}</td>
                <td className="number">{row.closedLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

export default CampaignsPage;
