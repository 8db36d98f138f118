import fc from 'fast-check';
import { propertyRuns } from '@rectify/testing';
import { channelLimits, CHANNELS } from './channels';
import { rememberedSeconds, usable, waitFor, type Pace } from './pace';

const { wecom, dingtalk, feishu, email } = channelLimits;
/** 10:05:00 in Shanghai. */
const now = Date.parse('2026-07-03T02:05:00.000Z');
const tries = (count: number, everyMs: number): Pace => ({
  tries: Array.from({ length: count }, (_, index) => now - (count - 1 - index) * everyMs),
  restsUntil: null,
});

describe('the rates of the channels', () => {
  it('R5.12 are those that the providers publish', () => {
    expect(wecom.rates).toEqual([{ most: 20, inSeconds: 60 }]);
    expect(dingtalk).toMatchObject({ rates: [{ most: 20, inSeconds: 60 }], blockSeconds: 600 });
    expect(feishu.rates).toEqual([
      { most: 100, inSeconds: 60 },
      { most: 5, inSeconds: 1 },
    ]);
    expect(feishu.avoidMinutes).toEqual([0, 30]);
  });

  it('keep a tenth back', () => {
    expect([20, 100, 5, 1].map((most) => usable({ most, inSeconds: 60 }))).toEqual([18, 90, 4, 1]);
  });
});

describe('a channel', () => {
  it('without a rate waits for nothing but its rest', () => {
    expect(waitFor(email, tries(500, 1), now)).toBe(0);
    expect(waitFor(email, { tries: [], restsUntil: now + 5 }, now)).toBe(5);
    expect(waitFor(email, { tries: [], restsUntil: now - 5 }, now)).toBe(0);
  });

  it('waits until the first of its minute is a minute old', () => {
    expect(waitFor(wecom, tries(17, 100), now)).toBe(0);
    expect(waitFor(wecom, tries(18, 1_000), now)).toBe(60_000 - 17_000);
    expect(waitFor(wecom, tries(18, 4_000), now)).toBe(0);
  });

  it('keeps to the second as well as to the minute', () => {
    expect(waitFor(feishu, tries(4, 100), now)).toBe(700);
    expect(waitFor(feishu, tries(90, 500), now)).toBe(60_000 - 89 * 500);
  });

  it('begins nothing in the minutes of a full or half hour', () => {
    const at = (time: string) => Date.parse(`2026-07-03T${time}Z`);
    const none = { tries: [], restsUntil: null };
    expect(waitFor(feishu, none, at('00:30:00.000'))).toBe(60_000);
    expect(waitFor(feishu, none, at('00:59:59.999'))).toBe(0);
    expect(waitFor(feishu, none, at('01:00:59.000'))).toBe(1_000);
    expect(waitFor(feishu, { tries: [], restsUntil: at('01:00:30.000') }, at('00:59:30.000'))).toBe(90_000);
    expect(waitFor(wecom, none, at('00:30:00.000'))).toBe(0);
  });

  it('R5.12 never sends more than its rate in any window, however often it is asked', () => {
    const anyAsking = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), anyAsking, (channel, gaps) => {
        const limits = channelLimits[channel];
        const sent: number[] = [];
        let at = now;
        for (const gap of gaps) {
          at += gap;
          const remembered = sent.filter((one) => one > at - rememberedSeconds(limits) * 1_000);
          at += waitFor(limits, { tries: remembered, restsUntil: null }, at);
          expect(limits.avoidMinutes).not.toContain(new Date(at).getUTCMinutes());
          sent.push(at);
        }
        for (const { most, inSeconds } of limits.rates)
          for (const from of sent)
            expect(sent.filter((one) => one >= from && one < from + inSeconds * 1_000).length).toBeLessThan(
              most,
            );
      }),
      propertyRuns(60),
    );
  });
});
