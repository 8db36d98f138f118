import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useToday } from '../../../shared/dates/use-today';
import { calendarAct } from '../../../shared/decision/acts';
import { Actions } from '../../../shared/decision/actions';
import type { Matter } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { Unread } from '../../../shared/ui/unread';
import { useDone } from '../components/done';
import { unitsFilled } from '../components/fills';
import { MonthView } from '../components/month-view';
import { OwnDaysPanel } from '../components/own-days';
import { SettingsPage } from '../components/settings-page';
import { YearsTable } from '../components/years-table';

const matterOfDays = (name: string, key: string): Matter => ({
  ...{ campaignId: '', unitId: '', problemId: null, name },
  draftKey: `calendar.${key}`,
});

/** By which days dates are reckoned, and when messages leave. */
const CalendarYearsPage = () => {
  const { t } = useText();
  const today = useToday();
  const { month = today.slice(0, 7) } = useSearch({ from: '/inside/settings/calendar' });
  const calendar = useQuery(queries.officialCalendar());
  const units = useQuery(queries.units());
  const { record, note } = useDone();
  const me = useQuery(queries.me()).data;
  const filled = me ? unitsFilled(me, units.data ?? []) : [];
  const top = filled.find(({ parentId }) => parentId === null);
  return (
    <SettingsPage title={t('settings.calendar')}>
      {note}
      {calendar.data ? <Unread query={units} /> : null}
      <Loaded query={calendar} lines={8}>
        {(shown) => {
          const { from, to } = shown.sendWindow;
          return (
            <>
              <MonthView calendar={shown} month={month} today={today} />
              <Panel title={t('days.years')}>
                <YearsTable calendar={shown} today={today} />
                {filled.length > 0 || me?.administrator ? (
                  <div className="panel-body panel-first">
                    <Actions
                      matter={matterOfDays(t('days.years'), 'year')}
                      actions={[calendarAct('ImportCalendarYear')]}
                      isPrimary={false}
                      onDone={(action) => record(action, t('days.years'))}
                    />
                  </div>
                ) : null}
              </Panel>
              <OwnDaysPanel calendar={shown} filled={filled} onDone={record} />
              <Panel title={t('days.sendWindow')}>
                <div className="panel-body stack">
                  <p>{t('days.sendWindowIs', { from, to })}</p>
                  {top ? (
                    <Actions
                      matter={matterOfDays(t('days.sendWindow'), 'window')}
                      actions={[calendarAct('SetSendWindow', { from, to })]}
                      isPrimary={false}
                      onDone={(action) => record(action, t('days.sendWindow'))}
                    />
                  ) : null}
                </div>
              </Panel>
            </>
          );
        }}
      </Loaded>
    </SettingsPage>
  );
};

export default CalendarYearsPage;
