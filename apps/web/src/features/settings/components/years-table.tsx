import { Link } from '@tanstack/react-router';
import { daysBetween, type CivilDate } from '@rectify/domain';
import type { OfficialCalendar } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';

interface YearRow {
  readonly year: number;
  readonly official: OfficialCalendar['years'][number] | null;
}

/** The years that are known, and this year and the next where they are not: those are provisional. */
export const rowsOfYears = ({ years }: Pick<OfficialCalendar, 'years'>, today: CivilDate): YearRow[] => {
  const now = Number(today.slice(0, 4));
  const wanted = new Set([...years.map(({ year }) => year), now, now + 1]);
  return [...wanted]
    .sort((a, b) => a - b)
    .map((year) => ({ year, official: years.find((each) => each.year === year) ?? null }));
};

const daysOff = (off: OfficialCalendar['years'][number]['off']): number =>
  off.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);

export const YearsTable = ({ calendar, today }: { calendar: OfficialCalendar; today: CivilDate }) => {
  const { t } = useText();
  return (
    <DataTable
      caption={t('days.years')}
      hiddenCaption
      rows={rowsOfYears(calendar, today)}
      rowKey={({ year }) => String(year)}
      rowProps={({ year, official }) => ({
        'data-year': String(year),
        ...(official ? {} : { 'data-provisional': 'true' }),
      })}
      columns={[
        {
          key: 'year',
          label: t('days.year'),
          isRowHeader: true,
          cell: ({ year }) => (
            <Link to="/settings/calendar" search={{ month: `${year}-01` }}>
              {year}
            </Link>
          ),
        },
        {
          key: 'notice',
          label: t('days.notice'),
          cell: ({ official }) => official?.notice ?? t('days.noNotice'),
        },
        {
          key: 'off',
          label: t('days.offDays'),
          kind: 'number',
          cell: ({ official }) => (official ? daysOff(official.off) : '—'),
        },
        {
          key: 'works',
          label: t('days.madeUp'),
          kind: 'number',
          cell: ({ official }) => official?.makeupWorkdays.length ?? '—',
        },
      ]}
    />
  );
};
