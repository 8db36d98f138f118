import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import { useMemo } from 'react';
import type { OfficialCalendar } from '../../../shared/api/types';
import { byDay, MOST_IN_CELL, type DueRow } from '../../../shared/calendar/due';
import { calendarFrom, weeksOf, type MonthDay } from '../../../shared/dates/month';
import { useText } from '../../../shared/i18n/use-text';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface GridProps {
  readonly calendar: OfficialCalendar;
  readonly month: string;
  readonly rows: readonly DueRow[];
  readonly today: CivilDate;
  readonly title: string;
}

/** A month: 休 and 班, hatched where the year has no notice yet; at most three things a day, the rest as a number. */
export const MonthGrid = ({ calendar, month, rows, today, title }: GridProps) => {
  const { t } = useText();
  const weeks = useMemo(() => weeksOf(calendarFrom(calendar), month), [calendar, month]);
  const due = useMemo(() => byDay(rows), [rows]);
  return (
    <table className="month" data-month={month}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, index) =>
              day === null ? (
                <td key={WEEKDAYS[index]} />
              ) : (
                <Day key={day.date} day={day} isToday={day.date === today} rows={due.get(day.date) ?? []} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface DayProps {
  readonly day: MonthDay;
  readonly isToday: boolean;
  readonly rows: readonly DueRow[];
}

const Day = ({ day: { date, mark, name, isProvisional }, isToday, rows }: DayProps) => {
  const { t } = useText();
  const rest = rows.length - MOST_IN_CELL;
  return (
    <td
      data-day={date}
      data-mark={mark ?? undefined}
      data-provisional={isProvisional || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className="month-day">{Number(date.slice(8))}</span>
      {mark ? <b className="month-mark">{t(`days.mark.${mark}`)}</b> : null}
      {name ? <div className="month-name">{name}</div> : null}
      <ul className="small">
        {rows.slice(0, MOST_IN_CELL).map(({ kind, problem, measure, doneOn }) => (
          <li key={`${kind}${measure?.id ?? problem.id}`} data-done={doneOn !== null}>
            {problem.code ? (
              <Link to="/p/$code" params={{ code: problem.code }}>
                {t('month.item', {
                  number: problem.code.slice(problem.code.lastIndexOf('-') + 1),
                  title: problem.title,
                })}
              </Link>
            ) : (
              problem.title
            )}
            {doneOn === null ? null : <span> ✓</span>}
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link to="." search={(search: object) => ({ ...search, view: 'list' as const })} className="small">
          {t('month.rest', { count: rest })}
        </Link>
      ) : null}
    </td>
  );
};
