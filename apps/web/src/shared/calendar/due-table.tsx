import { Link } from '@tanstack/react-router';
import type { CampaignCalendar } from '../api/types';
import { longDay, shortDay } from '../dates/format';
import { useToday } from '../dates/use-today';
import { useText } from '../i18n/use-text';
import { DataTable, type Column } from '../ui/data-table';
import { DoneLight, Light } from '../ui/light';

type Row = CampaignCalendar['items'][number];

/** By date, whole in the page: what is due, whose it is, how it stands, and why on that day. */
export const DueTable = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useText();
  const today = useToday();
  const columns: readonly Column<Row>[] = [
    {
      key: 'dueOn',
      label: t('calendar.dueOn'),
      kind: 'short',
      sorted: 'ascending',
      cell: ({ dueOn, provisional }) => (
        <>
          {longDay(dueOn, today, t)}
          {provisional ? <div className="muted">{t('todo.provisional')}</div> : null}
        </>
      ),
    },
    {
      key: 'code',
      label: t('calendar.code'),
      isRowHeader: true,
      kind: 'short',
      cell: ({ problem }) => <Code code={problem.code} />,
    },
    {
      key: 'matter',
      label: t('calendar.matter'),
      kind: 'prose',
      cell: ({ kind, problem, measure }) =>
        t(`calendarKind.${kind}`, { text: measure?.text ?? problem.title }),
    },
    {
      key: 'owner',
      label: t('calendar.owner'),
      kind: 'short',
      cell: ({ owner }) => owner.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody'),
    },
    {
      key: 'light',
      label: t('calendar.light'),
      cell: ({ doneOn, late, dueOn }) =>
        doneOn === null ? <Light dueOn={dueOn} today={today} /> : <DoneLight late={late} />,
    },
    { key: 'why', label: t('calendar.why'), kind: 'short', cell: (row) => <Why row={row} /> },
  ];
  return (
    <DataTable
      caption={t('calendar.caption', { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={({ kind, problem, measure }) => `${kind}:${measure?.id ?? problem.id}`}
      rowProps={({ kind, problem }) => ({
        'data-calendar': kind,
        'data-problem': problem.code ?? problem.id,
      })}
    />
  );
};

const Code = ({ code }: { code: string | null }) => {
  const { t } = useText();
  if (code === null) return <>{t('ledger.noNumber')}</>;
  return (
    <Link to="/p/$code" params={{ code }}>
      {code}
    </Link>
  );
};

/** How the date came about, and every one that stood before it. */
const Why = ({ row: { dates } }: { row: Row }) => {
  const { t } = useText();
  const today = useToday();
  const present = dates.at(-1);
  if (!present) return <>{t('calendar.cycle')}</>;
  const before = dates.slice(0, -1).map(({ dueOn }) => shortDay(dueOn, today, t));
  return (
    <>
      {t('calendar.given', { on: shortDay(present.on, today, t), why: t(`dateWhy.${present.why}`) })}
      {before.length > 0 ? (
        <div className="muted">{t('calendar.before', { dates: before.join(t('people.and')) })}</div>
      ) : null}
    </>
  );
};
