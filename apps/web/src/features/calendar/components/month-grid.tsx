import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import { useMemo } from 'react';
import type { OfficialCalendar } from '../../../shared/api/types';
import { byDay, MOST_IN_CELL, type DueRow } from '../../../shared/calendar/due';
import { calendarFrom, weeksOf } from '../../../shared/dates/month';
import { MonthTable } from '../../../shared/dates/month-table';
import { useText } from '../../../shared/i18n/use-text';
import { DoneLight, Light } from '../../../shared/ui/light';

interface GridProps {
  readonly calendar: OfficialCalendar;
  readonly month: string;
  readonly rows: readonly DueRow[];
  readonly today: CivilDate;
  readonly title: string;
}

/** A month with what falls due in it: at most three things a day, the rest as a number. */
export const MonthGrid = ({ calendar, rows, ...shown }: GridProps) => {
  const { month } = shown;
  const weeks = useMemo(() => weeksOf(calendarFrom(calendar), month), [calendar, month]);
  const due = useMemo(() => byDay(rows), [rows]);
  return (
    <MonthTable
      {...shown}
      weeks={weeks}
      onDay={(date) => <Due rows={due.get(date) ?? []} today={shown.today} />}
    />
  );
};

const Due = ({ rows, today }: { rows: readonly DueRow[]; today: CivilDate }) => {
  const { t } = useText();
  const rest = rows.length - MOST_IN_CELL;
  return (
    <>
      <ul className="small">
        {rows.slice(0, MOST_IN_CELL).map(({ kind, problem, measure, dueOn, overdue, doneOn, late }) => (
          <li key={`${kind}${measure?.id ?? problem.id}`} data-done={doneOn !== null}>
            {problem.code ? (
              <Link to="/p/$code" params={{ code: problem.code }}>
                {t('month.item', {
                  number: problem.code.slice(problem.code.lastIndexOf('-') + 1),
                  text: measure?.text ?? problem.title,
                })}
              </Link>
            ) : (
              problem.title
            )}
            {/* How an open one stands that is not late, its day tells. */}
            {doneOn !== null ? <DoneLight late={late} /> : overdue ? <Light {...{ dueOn, today }} /> : null}
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link to="." search={(search: object) => ({ ...search, view: 'list' as const })} className="small">
          {t('month.rest', { count: rest })}
        </Link>
      ) : null}
    </>
  );
};
