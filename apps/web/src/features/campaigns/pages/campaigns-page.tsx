import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import { isProblem } from '../../../shared/api/problem';
import { queries } from '../../../shared/api/queries';
import type { CampaignList, CampaignListItem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useLaunchDraft } from '../../../shared/launch/launch-draft';
import { useText } from '../../../shared/i18n/use-text';
import { Empty } from '../../../shared/ui/empty';
import { Loaded, type Read } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { FailedNote } from '../../../shared/ui/problem-note';
import { Pending } from '../../../shared/ui/pending';
import { Unread } from '../../../shared/ui/unread';
import { CampaignsShown } from '../components/campaigns-shown';
import { TemplateCards } from '../components/template-cards';
import { UnitsBelow } from '../components/units-below';
import '../components/campaign.css';

/** The campaigns of the reader's own units, and the units below in numbers; of a day that is over only the former. */
const CampaignsPage = () => {
  const { t } = useText();
  const asOf = useAsOf();
  const query = useQuery(queries.campaigns());
  const below = useQuery(queries.below());
  return (
    <Page
      title={t('nav.campaigns')}
      tools={
        <div className="row">
          <AsOfControl />
          {asOf === undefined ? <Launch /> : null}
        </div>
      }
    >
      <AsOfBanner withCompare={false} />
      <Loaded query={query}>
        {(campaigns) =>
          asOf === undefined ? (
            <Campaigns campaigns={campaigns} />
          ) : (
            <Then campaigns={campaigns} asOf={asOf} />
          )
        }
      </Loaded>
      {asOf === undefined && query.data ? <Below query={below} /> : null}
    </Page>
  );
};

/** Few units have any below; that these could not be read is no such case. */
const Below = ({ query }: { query: Read<CampaignList> }) => {
  const units = query.data?.below ?? [];
  return units.length > 0 ? <UnitsBelow units={units} /> : <Unread query={query} />;
};

const useIsSecretary = (): boolean =>
  useQuery(queries.me()).data?.posts.some(({ post }) => post === 'secretary') ?? false;

const Launch = () => {
  const { t } = useText();
  const [draft] = useLaunchDraft();
  if (!useIsSecretary()) return null;
  return (
    <Link to="/c/new/$draft/$step" params={{ draft: draft.id, step: '1' }} className="button-link">
      {t(draft.template === null ? 'command.LaunchCampaign' : 'launch.goOn')}
    </Link>
  );
};

const Campaigns = ({ campaigns }: { campaigns: readonly CampaignListItem[] }) => {
  const { t } = useText();
  const none = useIsSecretary() ? (
    <TemplateCards />
  ) : (
    <Empty text={t('campaigns.none')}>
      <Link to="/todo">{t('todo.seeMine')}</Link>
    </Empty>
  );
  return <CampaignsShown campaigns={campaigns} none={none} />;
};

interface ThenProps {
  readonly campaigns: readonly CampaignListItem[];
  readonly asOf: CivilDate;
}

/** Each as it stood at the end of that day; what was launched later was not there. */
const Then = ({ campaigns, asOf }: ThenProps) => {
  const { t } = useText();
  const found = useQueries({ queries: campaigns.map(({ id }) => queries.campaign(id, asOf)) });
  if (found.some(({ isPending }) => isPending)) return <Pending lines={4} />;
  const failed = found.find(({ data, error }) => data === undefined && !isProblem(error, 404));
  if (failed)
    return <FailedNote error={failed.error} retry={() => found.forEach((each) => void each.refetch())} />;
  const then = found.flatMap(({ data }) => data ?? []);
  const none = (
    <Empty text={t('campaigns.noneThen')}>
      <Link to="/c">{t('campaigns.seeNow')}</Link>
    </Empty>
  );
  return <CampaignsShown campaigns={then} none={none} />;
};

export default CampaignsPage;
