import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useLaunchDraft } from '../../../shared/launch/launch-draft';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { CampaignTable } from '../components/campaign-list';
import { UnitsBelow } from '../components/units-below';
import '../components/campaign.css';

/** The campaigns of the reader's own units, and the units below in numbers. */
const CampaignsPage = () => {
  const { t } = useText();
  const query = useQuery(queries.campaigns());
  const below = useQuery(queries.below()).data?.below ?? [];
  const [draft] = useLaunchDraft();
  const isSecretary = useQuery(queries.me()).data?.posts.some(({ post }) => post === 'secretary') ?? false;
  const launch = isSecretary ? (
    <Link to="/c/new/$draft/$step" params={{ draft: draft.id, step: '1' }} className="button-link">
      {t(draft.template === null ? 'command.LaunchCampaign' : 'launch.goOn')}
    </Link>
  ) : null;
  return (
    <Page title={t('nav.campaigns')} tools={launch}>
      <Loaded query={query}>
        {(campaigns) =>
          campaigns.length > 0 ? (
            <CampaignTable campaigns={campaigns} />
          ) : (
            <p className="note campaigns-none">
              {t(isSecretary ? 'campaigns.noneLaunch' : 'campaigns.none')}
            </p>
          )
        }
      </Loaded>
      {below.length > 0 ? <UnitsBelow units={below} /> : null}
    </Page>
  );
};

export default CampaignsPage;
