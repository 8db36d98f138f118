import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { OfCode } from '../../../shared/campaign/of-code';
import { paperDay, paperMoment } from '../../../shared/dates/format';
import { useClockDay, useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { columnLabel, ledgerColumns } from '../../../shared/ledger/columns';
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import type { ColumnKey } from '../../../shared/ledger/view';
import { campaignCodeOf } from '../../../shared/problem/campaign-code';
import { deedsIn } from '../../../shared/record/deeds';
import { Record } from '../../../shared/record/record';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { useTitle } from '../../../shared/ui/page';
import { Sheet } from '../components/sheet';

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
    <OfCode code={campaignCodeOf(code)} lines={10}>
      {(id) => <InCampaign id={id} code={code} />}
    </OfCode>
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

const InCampaign = ({ id, code }: { id: string; code: string }) => {
  const asOf = useAsOf();
  const campaign = useQuery(queries.campaign(id, asOf));
  const problems = useQuery(queries.problems(id, asOf));
  return (
    <>
      <AsOfBanner withCompare={false} />
      <Loaded query={problems} lines={10}>
        {(all) => {
          const problem = all.find((each) => each.code === code);
          if (!problem) return <Missing />;
          return (
            <Loaded query={campaign} lines={10}>
              {(found) => <OnPaper campaign={found} problem={problem} problems={all} />}
            </Loaded>
          );
        }}
      </Loaded>
    </>
  );
};

interface OnPaperProps {
  readonly campaign: Campaign;
  readonly problem: Problem;
  readonly problems: readonly Problem[];
}

const OnPaper = ({ campaign, problem, problems }: OnPaperProps) => {
  const words = useText();
  const { t } = words;
  const asOf = useAsOf();
  const today = useToday();
  const clockDay = useClockDay();
  const { data: clock } = useQuery(queries.clock());
  const hasRecord = campaign.access === 'records';
  const record = useQuery({ ...queries.problemTimeline(campaign.id, problem.id, asOf), enabled: hasRecord });
  const code = problem.code ?? '';
  const until = asOf
    ? t('print.asOf', { day: paperDay(asOf, t) })
    : t('print.asOfNow', { at: clock ? paperMoment(clock.now, t) : '' });
  const check = {
    ...{ code: campaign.code, version: campaign.version, asOf: asOf ?? clockDay },
    hash: ledgerHash({ code: campaign.code, version: campaign.version, problems }),
  };
  return (
    <Sheet
      title={t('print.problem')}
      size="A4"
      isLandscape={false}
      head={[
        [t('campaigns.unit'), campaign.unit.name],
        [t('campaigns.name'), `${campaignTitle(campaign, words)} ${campaign.code}`],
        [t('print.until'), until],
      ]}
      check={hasRecord ? check : null}
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
