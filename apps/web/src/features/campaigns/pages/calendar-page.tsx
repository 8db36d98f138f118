import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useAsOf } from '../../../shared/as-of/as-of';
import { AsOfBanner, AsOfControl } from '../../../shared/as-of/as-of-bar';
import { CampaignTabs } from '../../../shared/campaign/campaign-tabs';
import { OfCode } from '../../../shared/campaign/of-code';
import { useText } from '../../../shared/i18n/use-text';
import { EmptyPanel } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page, Panel } from '../../../shared/ui/page';
import { useToday } from '../../../shared/dates/use-today';
import { Gantt } from '../components/gantt';
import { DueTable } from '../../../shared/calendar/due-table';

/** 整改行事历: what is to be done by which day, and why by that day. */
const CalendarPage = () => {
  const { t } = useText();
  const { code } = useParams({ from: '/inside/c/$code/calendar' });
  return (
    <OfCode code={code}>
      {(id) => (
        <Page title={`${t('calendar.title')} ${code}`} tools={<AsOfControl />}>
          <CampaignTabs code={code} />
          <AsOfBanner withCompare={false} />
          <Calendar id={id} code={code} />
        </Page>
      )}
    </OfCode>
  );
};

const Calendar = ({ id, code }: { id: string; code: string }) => {
  const { t } = useText();
  const today = useToday();
  const query = useQuery(queries.calendar(id, useAsOf()));
  return (
    <Panel title={t('calendar.title')}>
      <Loaded query={query} lines={8}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPanel text={t('calendar.empty')}>
              <Link to="/c/$code" params={{ code }}>
                {t('tab.toOverview')}
              </Link>
            </EmptyPanel>
          ) : (
            <>
              <Gantt rows={rows} today={today} />
              <DueTable rows={rows} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
};

export default CalendarPage;
