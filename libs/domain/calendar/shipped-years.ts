import type { CalendarYearFile } from './calendar.events';
import years from './data/cn-holidays.json';

/** The official years that come with the product (2025 and 2026); 2027 is not announced in them. */
export const shippedCalendarYears = (): CalendarYearFile[] =>
  years.map(({ year, notice, off, makeupWorkdays }) => ({
    year,
    status: 'official',
    notice,
    off: off.map((days) => ({ ...days })),
    makeupWorkdays: [...makeupWorkdays],
  }));
