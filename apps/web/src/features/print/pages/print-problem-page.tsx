import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { columnLabel, ledgerColumns } from '../../../shared/ledger/columns';
import type { ColumnKey } from '../../../shared/ledger/view';
import { campaignCodeOf } from '../../../shared/problem/campaign-code';
import { deedsIn } from '../../../shared/record/deeds';
import { Record } from '../../../shared/record/record';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { useTitle } from '../../../shared/ui/page';
import { InCampaign } from '../components/in-campaign';
import { Sheet } from '../components/sheet';
import { useHeading } from '../components/use-heading';

const FACTS: readonly ColumnKey[] = [
  'code',
  'aspect',
  'problem',
  'detail',
  'rootCause',
  'target',
  'measureTexts',
  'fixType',
  'lead',
  'owner',
  'issuedOn',
  'dueOn',
  'status',
  'light',
  'claimedOn',
  'closedOn',
  'lookBack',
];

/** One problem on a sheet of A4: what it is, what was done about it, and its record. */
const PrintProblemPage = () => {
  const { t } = useText();
  const { code } = useSearch({ from: '/inside/print/problem' });
  useTitle(`${t('print.problem')} ${code}`);
  return (
    <InCampaign code={campaignCodeOf(code)}>
      {(campaign, problems) => {
        const problem = problems.find((each) => each.code === code);
        return problem ? <OnPaper campaign={campaign} problem={problem} problems={problems} /> : <Missing />;
      }}
    </InCampaign>
  );
};

const Missing = () => {
  const { t } = useText();
  return (
    <>
      <h1>{t('notThere.title')}</h1>
      <NotThere />
    </>
  );
};

interface OnPaperProps {
  readonly campaign: Campaign;
  readonly problem: Problem;
  readonly problems: readonly Problem[];
}

const OnPaper = ({ campaign, problem, problems }: OnPaperProps) => {
  const { t } = useText();
  const asOf = useAsOf();
  const today = useToday();
  const heading = useHeading(campaign, problems);
  const hasRecord = campaign.access === 'records';
  const record = useQuery({ ...queries.problemTimeline(campaign.id, problem.id, asOf), enabled: hasRecord });
  const code = problem.code ?? '';
  return (
    <Sheet
      title={t('print.problem')}
      size="A4"
      isLandscape={false}
      {...heading}
      signatures={[t('duty.owner'), t('duty.reviewer'), t('print.head')]}
      tools={
        <>
          <AsOfControl />
          <Link to="/p/$code" params={{ code }}>
            {t('print.back')}
          </Link>
        </>
      }
    >
      <table>
        <caption>{code}</caption>
        <tbody>
          {ledgerColumns(FACTS, { today, t }).map(({ key, cell, kind }) => (
            <tr key={key}>
              <th scope="row">{columnLabel(key as ColumnKey, t)}</th>
              <td className={kind === 'prose' ? 'prose' : undefined}>{cell(problem, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasRecord ? (
        <>
          <h2>{t('record.title')}</h2>
          <Loaded query={record}>
            {(entries) => (
              <Record
                entries={deedsIn(entries)}
                problems={[{ ...problem, code: null, title: '' }]}
                today={today}
                isWhole
              />
            )}
          </Loaded>
        </>
      ) : null}
    </Sheet>
  );
};

export default PrintProblemPage;
