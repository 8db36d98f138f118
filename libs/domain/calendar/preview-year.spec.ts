import { calendarState, deepFreeze, directoryState, people } from '@rectify/testing';
import type { OrganisationContext } from '../directory/context';
import { calendarWith } from './preview-year';
import { shippedCalendarYears } from './shipped-years';

const [year2026] = shippedCalendarYears().slice(1);
if (!year2026) throw new Error('2026 is shipped');
const corrected = {
  ...year2026,
  off: [...year2026.off, { name: '临时', from: '2026-07-01', to: '2026-07-01' }],
};
const calendar = deepFreeze(calendarState());
const by = (actor: OrganisationContext['actor']): OrganisationContext => ({
  now: '2026-03-02T02:00:00.000Z',
  actor,
  directory: directoryState(),
});

describe('the calendar as it would be with a year', () => {
  it('has its days, one version on, and leaves the present one as it is', () => {
    const seen = calendarWith(calendar, corrected, by({ kind: 'system' }));
    if (!seen.ok) throw new Error(seen.refusal.code);
    expect(seen.calendar.version).toBe(calendar.version + 1);
    expect(seen.calendar.years['2026']).toMatchObject({
      version: calendar.version + 1,
      off: { '2026-07-01': '临时' },
    });
    expect(seen.calendar.replaced).toEqual([calendar.years['2026']]);
    expect(calendar.years['2026']?.off['2026-07-01']).toBeUndefined();
  });

  it('is the very same where it has the year already', () => {
    const seen = calendarWith(calendar, year2026, by({ kind: 'system' }));
    expect(seen).toEqual({ ok: true, calendar });
    expect(seen.ok && seen.calendar).toBe(calendar);
  });

  it('is refused where the import would be', () => {
    const member = by({ kind: 'person', personId: people.member });
    expect(calendarWith(calendar, corrected, member)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_YOURS' },
    });
  });
});
