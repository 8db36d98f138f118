import type { Me } from '../shared/api/types';

/** The server notes only once a minute that somebody is there. */
const SLACK_MS = 60_000;
/** So long before the end of a session it is told (WCAG 2.2.1). */
export const AHEAD_MS = 5 * 60_000;

interface Known {
  readonly ends: NonNullable<Me['sessionEnds']>;
  /** When that was read, and when the server was asked anything for the last time. */
  readonly readAt: number;
  readonly askedAt: number;
}

export interface SessionEnd {
  readonly at: number;
  /** `idle`: whatever is asked puts it off. `longest`: nothing does. */
  readonly by: 'idle' | 'longest';
}

/** When this session ends, by the browser's own clock, of which only differences count. */
export const sessionEnd = ({ ends, readAt, askedAt }: Known): SessionEnd => {
  const idle = Math.max(readAt, askedAt) + ends.idleSeconds * 1_000 - SLACK_MS;
  const longest = readAt + ends.seconds * 1_000;
  return idle < longest ? { at: idle, by: 'idle' } : { at: longest, by: 'longest' };
};
