import fc from 'fast-check';
import { propertyRuns } from '@rectify/testing';
import { addDays, civilDateOf } from '../calendar/civil-date';
import { previousWorkingDay } from '../calendar/working-calendar';
import { composeMails, type Mail, type PendingNotice } from './compose-mails';
import { shippedCalendar } from './delivery.examples';
import { isWindowOpen, sendWindow } from './send-window';

const minute = 60_000;
const begin = Date.parse('2026-09-20T16:00:00.000Z');
const instant = (minutes: number): string => new Date(begin + minutes * minute).toISOString();

/** A rung as it is issued: some minutes into the fortnight, on that day or late on a working day after its own. */
const anyIssue = fc
  .record({
    minutes: fc.oneof(
      fc.nat(20_000),
      fc.nat(13).map((day) => day * 1_440 + 510),
    ),
    late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
    rung: fc.constantFrom('T-7', 'T-3', 'T-1', 'T', 'T+1', 'T+3', 'T+7', 'T+15', 'outcome'),
    people: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3'), { minLength: 1 }),
  })
  .map(({ minutes, late, ...rest }) => {
    const on = previousWorkingDay(shippedCalendar, addDays(civilDateOf(instant(minutes)), -late));
    return { ...rest, minutes, on };
  });

interface Sent extends Mail {
  readonly at: string;
}

/** Plays delivery: it looks whenever something is issued and at each moment it asked for, and stops for a while if told to. */
const play = (
  issues: readonly { minutes: number; on: string; rung: string; people: string[] }[],
  standstill: [number, number],
) => {
  const notices = issues.flatMap(({ minutes, people, ...rest }, index): (PendingNotice & { at: string })[] =>
    people.map((personId) => ({
      ...rest,
      personId,
      rungId: `r${index}`,
      at: instant(minutes),
      recordedAt: instant(minutes),
    })),
  );
  const [from, to] = [instant(standstill[0]), instant(standstill[0] + standstill[1])];
  const sent: Sent[] = [];
  let now = instant(0);
  let looks = 0;
  for (;;) {
    if (++looks > 5_000) throw new Error(`still waiting at ${now}`);
    if (now >= from && now < to) now = to;
    const done = new Set(sent.flatMap(({ personId, rungIds }) => rungIds.map((id) => `${id} ${personId}`)));
    const pending = notices.filter(
      ({ rungId, personId, at }) => at <= now && !done.has(`${rungId} ${personId}`),
    );
    const madeToday = sent.filter(({ at }) => civilDateOf(at) === civilDateOf(now));
    const { mails, next } = composeMails({ pending, madeToday, now, calendar: shippedCalendar });
    sent.push(...mails.map((mail) => ({ ...mail, at: now })));
    const ahead = notices.map(({ at }) => at).filter((at) => at > now);
    const times = [...ahead, ...(next === null ? [] : [next])].sort();
    if (times[0] === undefined) return { notices, sent };
    expect(times[0] > now).toBe(true);
    now = times[0];
  }
};

const anyStandstill = fc.tuple(fc.nat(15_000), fc.oneof(fc.constant(0), fc.nat(6_000)));

describe('for any fortnight of rungs, with a standstill or without', () => {
  it('R5.4 R5.9 each pending notice ends in exactly one mail, in the window, with one digest a person a day', () => {
    fc.assert(
      fc.property(fc.array(anyIssue, { maxLength: 25 }), anyStandstill, (issues, standstill) => {
        const { notices, sent } = play(issues, standstill);
        const inMails = sent.flatMap(({ personId, rungIds }) => rungIds.map((id) => `${id} ${personId}`));
        expect(inMails.sort()).toEqual(notices.map(({ rungId, personId }) => `${rungId} ${personId}`).sort());
        const perDay = new Map<string, number>();
        for (const { personId, at, kind, rungIds } of sent) {
          expect(isWindowOpen(at, shippedCalendar)).toBe(true);
          if (kind === 'atOnce') {
            expect(rungIds).toHaveLength(1);
            expect(notices.find(({ rungId }) => rungId === rungIds[0])?.rung).not.toBe('outcome');
          }
          const key = `${personId} ${civilDateOf(at)} ${kind === 'atOnce' ? 'atOnce' : 'digest'}`;
          perDay.set(key, (perDay.get(key) ?? 0) + 1);
        }
        for (const [key, count] of perDay) {
          expect(count).toBeLessThanOrEqual(key.endsWith('digest') ? 1 : sendWindow.restWhenManyAtOnce);
        }
      }),
      propertyRuns(300),
    );
  });
});
