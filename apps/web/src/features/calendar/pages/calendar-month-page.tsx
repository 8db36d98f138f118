import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { DueTable } from '../../../shared/calendar/due-table';
import { monthsOn } from '../../../shared/dates/month';
import { useToday } from '../../../shared/dates/use-today';
import { monthTitle } from '../../../shared/dates/month-title';
import { useText } from '../../../shared/i18n/use-text';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded, ofAll } from '../../../shared/ui/loaded';
import { Page, Panel } from '../../../shared/ui/page';
import { CalendarFile } from '../components/calendar-file';
import { MonthGrid } from '../components/month-grid';

/** 行事历 of everything that is running, month by month; as a list on a phone and where it is asked for. */
const CalendarMonthPage = () => {
  const { t } = useText();
  const today = useToday();
  const { month = today.slice(0, 7), view } = useSearch({ from: '/inside/calendar' });
  const title = monthTitle(month, t);
  return (
    <Page title={`${t('nav.calendar')} ${title}`} tools={<AsOfControl />}>
      <AsOfBanner withCompare={false} />
      <Panel title={title} tools={<Turning month={month} view={view} />}>
        <Month month={month} title={title} isList={view === 'list'} />
      </Panel>
    </Page>
  );
};

const Turning = ({ month, view }: { month: string; view: 'list' | undefined }) => {
  const { t } = useText();
  const other = view === 'list' ? undefined : ('list' as const);
  return (
    <nav className="row" aria-label={t('days.months')}>
      <Link to="/calendar" search={(search) => ({ ...search, month: monthsOn(month, -1) })} rel="prev">
        {t('days.before')}
      </Link>
      <Link to="/calendar" search={(search) => ({ ...search, month: monthsOn(month, 1) })} rel="next">
        {t('days.after')}
      </Link>
      {/* Where there is no room for a month the list stands alone. */}
      <Link to="/calendar" search={(search) => ({ ...search, view: other })} className="month-wide">
        {t(other === 'list' ? 'month.asList' : 'month.asMonth')}
      </Link>
    </nav>
  );
};

const Month = ({ month, title, isList }: { month: string; title: string; isList: boolean }) => {
  const { t } = useText();
  const today = useToday();
  const asOf = useAsOf();
  const campaigns = useQuery(queries.campaigns());
  const running = (campaigns.data ?? []).filter(({ status }) => status === 'open');
  const found = useQueries({ queries: running.map(({ id }) => queries.calendar(id, asOf)) });
  const calendar = useQuery(queries.officialCalendar());
  const isThere = campaigns.data !== undefined && found.every(({ data }) => data !== undefined);
  const all = found.flatMap(({ data }) => data ?? []);
  const rows = all.filter(({ dueOn }) => dueOn.startsWith(month));
  const query = ofAll([campaigns, calendar, ...found], isThere ? calendar.data : undefined);
  return (
    <Loaded query={query} lines={10}>
      {(days) => (
        <>
          {isList ? null : (
            <div className="panel-body month-wide">
              <MonthGrid calendar={days} month={month} rows={rows} today={today} title={title} />
            </div>
          )}
          {/* On a phone seven columns are too narrow: there the list stands in their place. */}
          <div className={isList ? undefined : 'month-narrow'}>
            {rows.length === 0 ? (
              <EmptyPanel text={t('month.nothing')}>
                <Link to="/c">{t('todo.seeCampaigns')}</Link>
              </EmptyPanel>
            ) : (
              <DueTable rows={[...rows].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))} />
            )}
          </div>
          {asOf === undefined ? <CalendarFile rows={all} /> : null}
        </>
      )}
    </Loaded>
  );
};

export default CalendarMonthPage;
