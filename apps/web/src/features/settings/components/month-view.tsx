import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import { useMemo } from 'react';
import type { OfficialCalendar } from '../../../shared/api/types';
import { calendarFrom, monthsOn, weeksOf } from '../../../shared/dates/month';
import { MonthTable } from '../../../shared/dates/month-table';
import { monthTitle } from '../../../shared/dates/month-title';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';

interface MonthViewProps {
  readonly calendar: OfficialCalendar;
  readonly month: string;
  readonly today: CivilDate;
}

/** One month of the official calendar, with the own days of units. */
export const MonthView = ({ calendar, month, today }: MonthViewProps) => {
  const { t } = useText();
  const title = monthTitle(month, t);
  const weeks = useMemo(() => weeksOf(calendarFrom(calendar), month), [calendar, month]);
  const ownOn = (date: CivilDate) => calendar.ownDays.filter((own) => own.date === date);
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
        <MonthTable
          {...{ month, weeks, today, title }}
          onDay={(date) =>
            ownOn(date).map(({ unitId, unitName, works, name }) => (
              <div key={unitId} className="month-name">
                {t('days.ownMark', {
                  unit: unitName,
                  mark: t(`days.mark.${works ? 'works' : 'off'}`),
                  name,
                })}
              </div>
            ))
          }
        />
      </div>
    </Panel>
  );
};
