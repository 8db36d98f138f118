import { sendingHoursOf } from '../calendar/sending-hours';
import file from '../template/data/templates.json';
import { shippedCalendar } from './delivery.examples';
import {
  digestMoment,
  isLateDigest,
  isWindowOpen,
  nextWindowDay,
  sendWindow,
  windowBegins,
} from './send-window';

const at = (day: string, utc: string): string => `${day}T${utc}:00.000Z`;

describe('the send window', () => {
  it('R5.8 is the one of the templates where the installation has said nothing', () => {
    const { from, to, atOnce, restWhenManyAtOnce, digestAt, digestPerPersonPerDay } = file.shared.sendWindow;
    expect(sendingHoursOf(shippedCalendar)).toEqual({ from, to });
    expect(sendWindow).toMatchObject({ atOnce, restWhenManyAtOnce });
    const { first, last } = sendWindow.digestMinutes;
    expect(digestAt).toBe(`08:${30 + first}-08:${30 + last} by hash of person`);
    expect(digestPerPersonPerDay).toBe(1);
  });

  it.each([
    ['2026-07-03', '00:29', false],
    ['2026-07-03', '00:30', true],
    ['2026-07-03', '09:59', true],
    ['2026-07-03', '10:00', false],
    ['2026-07-04', '02:00', false],
    ['2026-10-01', '02:00', false],
    ['2026-10-10', '02:00', true],
  ])('on %s at %sZ is open: %p', (day, time, open) => {
    expect(isWindowOpen(at(day, time), shippedCalendar)).toBe(open);
  });

  it('opens next today, or on the working day after', () => {
    expect(nextWindowDay(at('2026-07-03', '00:00'), shippedCalendar)).toBe('2026-07-03');
    expect(nextWindowDay(at('2026-07-03', '00:30'), shippedCalendar)).toBe('2026-07-06');
    expect(nextWindowDay(at('2026-09-30', '12:00'), shippedCalendar)).toBe('2026-10-08');
  });
});

describe('the digest moment', () => {
  const people = Array.from(
    { length: 500 },
    (_, n) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  );
  const moments = people.map((personId) => digestMoment(personId, '2026-07-03', shippedCalendar));

  it('RR4.8 lies among 08:33 and 08:57, spread over people', () => {
    const minutes = moments.map((moment) => moment.slice(11, 16));
    expect([...new Set(minutes)].sort()).toEqual(Array.from({ length: 25 }, (_, n) => `00:${33 + n}`));
  });

  it('is the same minute for a person every day', () => {
    for (const personId of people.slice(0, 20)) {
      expect(digestMoment(personId, '2026-07-06', shippedCalendar).slice(11)).toBe(
        digestMoment(personId, '2026-07-03', shippedCalendar).slice(11),
      );
    }
  });

  it('is late a quarter of an hour later', () => {
    const [early, late] = [at('2026-07-03', '00:33'), at('2026-07-03', '00:57')];
    expect(
      [at('2026-07-03', '00:47'), at('2026-07-03', '00:48')].map((now) => isLateDigest(early, now)),
    ).toEqual([false, true]);
    expect(
      [at('2026-07-03', '01:11'), at('2026-07-03', '01:12')].map((now) => isLateDigest(late, now)),
    ).toEqual([false, true]);
  });
});

describe('other hours, set for the installation', () => {
  const nineToFive = { ...shippedCalendar, sendWindow: { from: '09:00', to: '17:00' } };
  const people = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];

  it.each([
    ['00:59', false],
    ['01:00', true],
    ['08:59', true],
    ['09:00', false],
  ])('R5.8 at %sZ the window is open: %p', (time, open) =>
    expect(isWindowOpen(at('2026-07-03', time), nineToFive)).toBe(open),
  );

  it('R5.8 open next at their own beginning', () => {
    expect(nextWindowDay(at('2026-07-03', '00:45'), nineToFive)).toBe('2026-07-03');
    expect(windowBegins('2026-07-03', nineToFive)).toBe(at('2026-07-03', '01:00'));
  });

  it('RR4.8 take the digests along', () => {
    for (const person of people) {
      const usual = Date.parse(digestMoment(person, '2026-07-03', shippedCalendar));
      expect(Date.parse(digestMoment(person, '2026-07-03', nineToFive)) - usual).toBe(30 * 60_000);
    }
  });
});
