import type { ChannelLimits, Rate } from './channels';

/** Milliseconds of a real clock, the same one for all of them. */
export interface Pace {
  /** When tries began, the earliest first. */
  readonly tries: readonly number[];
  /** Until then the channel rests: it did not answer, or said that messages came too fast. */
  readonly restsUntil: number | null;
}

const MINUTE = 60_000;

/**
 * A tenth of what is allowed is kept back: a message that is slow to arrive counts later at the other end than here, and
 * going over costs ten minutes with DingTalk.
 */
export const usable = ({ most }: Rate): number => Math.max(1, Math.floor(most * 0.9));

/** For how many milliseconds nothing may be sent yet; 0: it is the channel's turn. */
export const waitFor = (
  { rates, avoidMinutes }: Pick<ChannelLimits, 'rates' | 'avoidMinutes'>,
  { tries, restsUntil }: Pace,
  now: number,
): number => {
  const free = rates.map((rate) => {
    const last = tries[tries.length - usable(rate)];
    return last === undefined ? now : last + rate.inSeconds * 1_000;
  });
  return afterAvoided(Math.max(now, restsUntil ?? now, ...free), avoidMinutes) - now;
};

/** The whole hours by which zones differ leave a minute what it is. */
const afterAvoided = (at: number, avoidMinutes: readonly number[]): number => {
  const minute = Math.floor(at / MINUTE);
  return avoidMinutes.includes(minute % 60) ? afterAvoided((minute + 1) * MINUTE, avoidMinutes) : at;
};

/** For how long a try has to be remembered: the longest of the rates. */
export const rememberedSeconds = ({ rates }: Pick<ChannelLimits, 'rates'>): number =>
  Math.max(0, ...rates.map(({ inSeconds }) => inSeconds));
