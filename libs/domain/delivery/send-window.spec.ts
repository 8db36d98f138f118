import file from '../template/data/templates.json';
import { shippedCalendar } from './delivery.examples';
import { digestMoment, isLateDigest, isWindowOpen, nextWindowDay, sendWindow } from './send-window';

const at = (day: string, utc: string): string => `${day}T${utc}:00.000Z`;

describe('the send window', () => {
  it('R5.8 is the one of the templates', () => {
    const { from, to, atOnce, restWhenManyAtOnce, digestAt, digestPerPersonPerDay } = file.shared.sendWindow;
    expect({ ...sendWindow, digestMinutes: undefined }).toEqual({ from, to, atOnce, restWhenManyAtOnce });
    const { first, last } = sendWindow.digestMinutes;
    expect(digestAt).toBe(`08:${first}-08:${last} by hash of person`);
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
  const moments = people.map((personId) => digestMoment(personId, '2026-07-03'));

  it('RR4.8 lies among 08:33 and 08:57, spread over people', () => {
    const minutes = moments.map((moment) => moment.slice(11, 16));
    expect([...new Set(minutes)].sort()).toEqual(Array.from({ length: 25 }, (_, n) => `00:${33 + n}`));
  });

  it('is the same minute for a person every day', () => {
    for (const personId of people.slice(0, 20)) {
      expect(digestMoment(personId, '2026-07-06').slice(11)).toBe(
        digestMoment(personId, '2026-07-03').slice(11),
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
