import { useQuery } from '@tanstack/react-query';
import { busiest, countByDay, type CivilDate } from '@rectify/domain';
import { queries } from '../../../shared/api/queries';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { calendarFrom, weeksOf } from '../../../shared/dates/month';
import { MonthTable } from '../../../shared/dates/month-table';
import { useClockDay } from '../../../shared/dates/use-today';
import { monthTitle } from '../../../shared/dates/month-title';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { DataTable } from '../../../shared/ui/data-table';
import { Unbroken } from '../../../shared/ui/unbroken';
import { Panel } from '../../../shared/ui/page';
import { expectedText } from './expected';
import { Spread } from './spread';
import type { StepOfDraft } from './step-of-draft';

interface CalendarProps extends Pick<StepOfDraft, 'keep'> {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** 行事历预览: how much falls due and when most of it does, that month as a grid, and every date in a table. */
export const CalendarPreview = ({ preview: { owed, spread }, template, keep }: CalendarProps) => {
  const { t } = useText();
  const today = useClockDay();
  const days = countByDay(owed);
  const most = busiest(days);
  const provisional = owed.filter((each) => each.provisional).length;
  return (
    <Panel title={t('launch.calendar')}>
      <div
        className="panel-body stack"
        data-launch="calendar"
        data-count={owed.length}
        data-most={most?.count}
      >
        <p>
          {t('launch.dueCount', { count: owed.length })}
          {most ? (
            <Unbroken text={t('launch.busiest', { day: longDay(most.day, today, t), count: most.count })} />
          ) : null}
          {provisional > 0 ? t('launch.provisional', { count: provisional }) : null}
        </p>
        <Spread spread={spread} keep={keep} />
        {most ? <BusiestMonth month={most.day.slice(0, 7)} days={days} today={today} /> : null}
        <details>
          <summary>{t('chart.data')}</summary>
          <DataTable
            caption={t('launch.calendar')}
            rows={owed}
            rowKey={({ kind, subject }) => `${kind}:${subject.id}`}
            columns={[
              {
                key: 'due',
                label: t('calendar.dueOn'),
                kind: 'short',
                cell: ({ dueOn }) => longDay(dueOn, today, t),
              },
              {
                key: 'what',
                label: t('calendar.matter'),
                isRowHeader: true,
                cell: (row) => expectedText(row, template.definition.aspects, t),
              },
              {
                key: 'who',
                label: t('calendar.owner'),
                cell: ({ holder }) => <HolderNames holder={holder} />,
              },
            ]}
          />
        </details>
      </div>
    </Panel>
  );
};

interface MonthProps {
  readonly month: string;
  readonly days: ReadonlyMap<CivilDate, number>;
  readonly today: CivilDate;
}

/** On a phone seven columns are too narrow: there the table stands in its place. */
const BusiestMonth = ({ month, days, today }: MonthProps) => {
  const { t } = useText();
  const calendar = useQuery(queries.officialCalendar()).data;
  if (!calendar) return null;
  const title = monthTitle(month, t);
  return (
    <div className="month-wide">
      <h3>{title}</h3>
      <MonthTable
        {...{ month, today, title }}
        weeks={weeksOf(calendarFrom(calendar), month)}
        onDay={(date) => {
          const count = days.get(date);
          return count === undefined ? null : <div>{t('launch.dueOnDay', { count })}</div>;
        }}
      />
    </div>
  );
};
