import type { CivilDate } from '@rectify/domain';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import type { MonthDay } from './month';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface MonthTableProps {
  readonly month: string;
  /** From `weeksOf`. */
  readonly weeks: readonly (readonly (MonthDay | null)[])[];
  readonly today: CivilDate;
  readonly title: string;
  /** What else stands on a day. */
  readonly onDay: (date: CivilDate) => ReactNode;
}

/** A month: 休 and 班 where a day is not what its weekday says, hatched where its year has no notice yet, and that is said below. */
export const MonthTable = ({ month, weeks, today, title, onDay }: MonthTableProps) => {
  const { t } = useText();
  const isProvisional = weeks.flat().some((day) => day?.isProvisional);
  return (
    <>
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
                  <Day key={day.date} day={day} isToday={day.date === today}>
                    {onDay(day.date)}
                  </Day>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isProvisional ? (
        <p className="note small" data-tone="attention">
          {t('days.provisional', { year: month.slice(0, 4) })}
        </p>
      ) : null}
    </>
  );
};

interface DayProps {
  readonly day: MonthDay;
  readonly isToday: boolean;
  readonly children: ReactNode;
}

const Day = ({ day: { date, mark, name, isProvisional }, isToday, children }: DayProps) => {
  const { t } = useText();
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
      {children}
    </td>
  );
};
