import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useAsOf, useIsCompared } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { Changes } from '../../../shared/as-of/changes';
import { useCampaignId } from '../../../shared/api/use-campaign-id';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { Page } from '../../../shared/ui/page';
import { Pending } from '../../../shared/ui/pending';
import { ProblemSections } from '../components/problem-sections';
import '../components/problem.css';

/** A problem's number is its campaign's code and three digits. */
const campaignCodeOf = (code: string): string => code.replace(/-\d+$/, '');

const ProblemPage = () => {
  const { code } = useParams({ from: '/inside/p/$code' });
  const campaignId = useCampaignId(campaignCodeOf(code));
  if (campaignId === undefined) return <Pending lines={6} />;
  return campaignId === null ? <Missing /> : <InCampaign campaignId={campaignId} code={code} />;
};

const Missing = () => {
  const { t } = useText();
  return (
    <Page title={t('notThere.title')}>
      <NotThere />
    </Page>
  );
};

const InCampaign = ({ campaignId, code }: { campaignId: string; code: string }) => {
  const { t } = useText();
  const asOf = useAsOf();
  const isCompared = useIsCompared();
  const query = useQuery(queries.problems(campaignId, asOf));
  const problem = query.data?.find((each) => each.code === code);
  if (query.data && !problem && asOf === undefined) return <Missing />;
  return (
    <Page
      title={problem ? `${code} ${problem.title}` : code}
      tools={
        <div className="row">
          <AsOfControl />
          <Link to="/c/$code" params={{ code: campaignCodeOf(code) }}>
            {t('problem.backToCampaign')}
          </Link>
        </div>
      }
    >
      <AsOfBanner />
      {asOf !== undefined && isCompared && problem ? (
        <Changes ids={[campaignId]} asOf={asOf} only={problem.id} />
      ) : null}
      <Loaded query={query} lines={8}>
        {() => (problem ? <ProblemSections problem={problem} /> : <NotThere />)}
      </Loaded>
    </Page>
  );
};

export default ProblemPage;
