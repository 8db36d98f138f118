import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useMemo } from 'react';
import type { OfficialCalendar } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { calendarFrom, monthsOn, weeksOf, type MonthDay } from '../../../shared/dates/month';

interface MonthViewProps {
  readonly calendar: OfficialCalendar;
  readonly month: string;
  readonly today: CivilDate;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One month: 休 and 班 where a day is not what its weekday says, hatched where its year has no notice yet. */
export const MonthView = ({ calendar, month, today }: MonthViewProps) => {
  const { t } = useText();
  const weeks = useMemo(() => weeksOf(calendarFrom(calendar), month), [calendar, month]);
  const title = t('days.month', {
    year: month.slice(0, 4),
    month: t(`month.${Number(month.slice(5))}` as MessageKey),
  });
  const isProvisional = weeks.flat().some((day) => day?.isProvisional);
  return (
    <Panel
      title={title}
      tools={
        <nav className="row" aria-label={t('days.months')}>
          <Link to="/settings/calendar" search={{ month: monthsOn(month, -1) }}>
            {t('days.before')}
          </Link>
          <Link to="/settings/calendar" search={{ month: monthsOn(month, 1) }}>
            {t('days.after')}
          </Link>
        </nav>
      }
    >
      <div className="panel-body">
        <table className="month">
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
                    <Day
                      key={day.date}
                      day={day}
                      isToday={day.date === today}
                      own={calendar.ownDays.filter(({ date }) => date === day.date)}
                    />
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
      </div>
    </Panel>
  );
};

interface DayProps {
  readonly day: MonthDay;
  readonly isToday: boolean;
  readonly own: OfficialCalendar['ownDays'];
}

const Day = ({ day: { date, mark, name, isProvisional }, isToday, own }: DayProps) => {
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
      {own.map(({ unitId, unitName, works, name: called }) => (
        <div key={unitId} className="month-name">
          {t('days.ownMark', {
            unit: unitName,
            mark: t(`days.mark.${works ? 'works' : 'off'}`),
            name: called,
          })}
        </div>
      ))}
    </td>
  );
};
