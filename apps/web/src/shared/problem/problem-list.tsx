import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { shortDay } from '../dates/format';
import { useText, type Say } from '../i18n/use-text';
import { DataTable, type Column } from '../ui/data-table';
import { DoneLight, Light } from '../ui/light';
import { ownerOf, statusOf } from './problem-content';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly caption: string;
  readonly today: CivilDate;
}

/** The 台账, whole in the page, so that Ctrl+F and printing find every row. */
export const ProblemListTable = ({ problems, caption, today }: ProblemListProps) => {
  const { t } = useText();
  const columns: readonly Column<Problem>[] = [
    {
      key: 'code',
      label: t('ledger.code'),
      isRowHeader: true,
      kind: 'short',
      sorted: 'ascending',
      cell: ({ code }) => <ProblemLink code={code} />,
    },
    { key: 'aspect', label: t('ledger.aspect'), cell: ({ aspect }) => aspect.name },
    { key: 'problem', label: t('ledger.problem'), cell: ({ title }) => title },
    { key: 'owner', label: t('ledger.owner'), kind: 'short', cell: (problem) => ownerOf(problem, t) },
    {
      key: 'dueOn',
      label: t('ledger.dueOn'),
      kind: 'short',
      cell: ({ dueOn }) => (dueOn ? shortDay(dueOn, today, t) : t('ledger.noDate')),
    },
    {
      key: 'light',
      label: t('ledger.light'),
      cell: (problem) => <LedgerLight problem={problem} today={today} />,
    },
    { key: 'status', label: t('ledger.status'), kind: 'short', cell: (problem) => statusOf(problem, t) },
    ...(problems.some(({ lookBack }) => lookBack.sampled) ? [lookBackColumn(t)] : []),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={problems}
      rowKey={({ id }) => id}
      rowProps={({ id, code, status }) => ({ 'data-problem': code ?? id, 'data-status': status })}
    />
  );
};

/** 回头看结论, once a sample was drawn. */
const lookBackColumn = (t: Say): Column<Problem> => ({
  key: 'lookBack',
  label: t('lookBack.conclusion'),
  kind: 'short',
  cell: ({ lookBack: { sampled, verdicts } }) =>
    t(`lookBack.${verdicts.at(-1)?.verdict ?? (sampled ? 'waits' : 'notDrawn')}`),
});

const ProblemLink = ({ code }: { code: string | null }) => {
  const { t } = useText();
  if (code === null) return <>{t('ledger.noNumber')}</>;
  return (
    <Link to="/p/$code" params={{ code }}>
      {code}
    </Link>
  );
};

/** The light of the earliest act that is awaited; closed ones say whether that was on time. */
export const LedgerLight = ({ problem, today }: { problem: Problem; today: CivilDate }) => {
  const { t } = useText();
  if (problem.closed) return <DoneLight late={problem.closed.late} />;
  const [next] = problem.waitsFor.map(({ dueOn }) => dueOn).sort();
  return next ? <Light dueOn={next} today={today} /> : <span>{t('ledger.noDate')}</span>;
};
