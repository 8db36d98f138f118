import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useAsOf, useIsCompared } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { Changes } from '../../../shared/as-of/changes';
import type { Problem } from '../../../shared/api/types';
import { OfCode } from '../../../shared/campaign/of-code';
import { useText } from '../../../shared/i18n/use-text';
import { campaignCodeOf } from '../../../shared/problem/campaign-code';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { Page } from '../../../shared/ui/page';
import { ProblemSections } from '../components/problem-sections';
import '../components/problem.css';

const ProblemPage = () => {
  const { code } = useParams({ from: '/inside/p/$code' });
  return <OfCode code={campaignCodeOf(code)}>{(id) => <InCampaign campaignId={id} code={code} />}</OfCode>;
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
          <Neighbours problems={query.data ?? []} code={code} />
          <AsOfControl />
          <Link to="/print/problem" search={{ code }}>
            {t('ledger.print')}
          </Link>
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

/** 第7/24 ‹上一条 下一条› among the numbered ones, in the order of the numbers. */
const Neighbours = ({ problems, code }: { problems: readonly Problem[]; code: string }) => {
  const { t } = useText();
  const codes = problems.flatMap((problem) => problem.code ?? []);
  const at = codes.indexOf(code);
  const [before, behind] = [codes[at - 1], codes[at + 1]];
  if (at < 0) return null;
  return (
    <>
      <span className="muted">{t('problem.place', { number: at + 1, of: codes.length })}</span>
      {before ? (
        <Link to="/p/$code" params={{ code: before }} rel="prev">
          {t('problem.before')}
        </Link>
      ) : null}
      {behind ? (
        <Link to="/p/$code" params={{ code: behind }} rel="next">
          {t('problem.behind')}
        </Link>
      ) : null}
    </>
  );
};

export default ProblemPage;
