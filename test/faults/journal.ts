import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandAccepted } from '@rectify/contracts';
import type { Answer, Client } from '../harness/client';

/** One try of a request: what was answered, or that nothing was. */
export interface Attempt {
  readonly status: number | 'broken';
  readonly code: string | null;
  readonly retryAfter: string | null;
}

/** One command as its sender knows it: the intent, every try, and the acknowledgement. */
export interface Entry {
  readonly key: string;
  readonly who: Client;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly attempts: Attempt[];
  accepted: CommandAccepted | null;
}

export type Intent = Pick<Entry, 'who' | 'path' | 'body'>;

/** What the clients wanted and were told, kept outside the system: the oracle of the faults. */
export interface Journal {
  readonly entries: readonly Entry[];
  /** Sends again and again under one key until it is accepted. Throws where it is refused for good. */
  readonly send: (intent: Intent) => Promise<CommandAccepted>;
  /** Runs at the very moment at which so many are accepted, while the others are under way. */
  readonly at: (accepted: number, deed: () => void) => void;
  readonly accepted: () => number;
  readonly underWay: () => number;
  readonly attempts: () => readonly Attempt[];
  /** Nobody tries again from here on, such as after a failed test. */
  readonly end: () => void;
}

/** A client's pause between two tries; a real one would keep to Retry-After. */
const PAUSE_MS = 50;

export const createJournal = (): Journal => {
  const entries: Entry[] = [];
  const deeds = new Map<number, () => void>();
  let accepted = 0;
  let underWay = 0;
  let isOver = false;

  const tryOnce = async (entry: Entry): Promise<void> => {
    underWay += 1;
    try {
      const { who, path, body, key } = entry;
      const answer = await who.send('POST', path, body, { 'idempotency-key': key });
      entry.attempts.push(attemptOf(answer));
      if (answer.status < 300) entry.accepted = answer.body as unknown as CommandAccepted;
    } catch {
      entry.attempts.push({ status: 'broken', code: null, retryAfter: null });
    } finally {
      underWay -= 1;
    }
  };

  return {
    entries,
    send: async (intent) => {
      const entry: Entry = { ...intent, key: randomUUID(), attempts: [], accepted: null };
      entries.push(entry);
      for (;;) {
        await tryOnce(entry);
        if (entry.accepted) break;
        assertPassing(entry);
        if (isOver) throw new Error(`POST ${entry.path} was not accepted before the end`);
        await delay(PAUSE_MS);
      }
      accepted += 1;
      deeds.get(accepted)?.();
      return entry.accepted;
    },
    at: (count, deed) => void deeds.set(count, deed),
    accepted: () => accepted,
    underWay: () => underWay,
    attempts: () => entries.flatMap(({ attempts }) => attempts),
    end: () => {
      isOver = true;
    },
  };
};

export const attemptOf = ({ status, body, headers }: Answer): Attempt => ({
  status,
  code: typeof body['code'] === 'string' ? body['code'] : null,
  retryAfter: headers.get('retry-after'),
});

/** The same command may be sent again: nobody answered, somebody is away or still at work on this key. */
const assertPassing = ({ path, attempts }: Entry): void => {
  const last = attempts.at(-1);
  if (last?.status === 'broken' || last?.status === 503 || last?.code === 'KEY_IN_FLIGHT') return;
  throw new Error(`POST ${path} → ${last?.status} ${last?.code}`);
};

/** `{ 200: 190, broken: 12 }`, for the figures. */
export const tally = (attempts: readonly Attempt[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of attempts) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
