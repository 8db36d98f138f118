import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Instant, Message } from '@rectify/domain';
import type {
  AppendRequest,
  AppendResult,
  CommandKey,
  EventStore,
  LoadRequest,
  Loaded,
  RecordedEvent,
} from '../event-store';
import { payloadHash } from '../canonical';
import { START_OF_LOG } from '../recorded';

export const aStream = (): string => `campaign/${randomUUID()}`;
export const alice = '0190f3a4-0000-7000-8000-00000000a11c';
export const aKey = (principal: string = alice): CommandKey => ({
  space: 'person',
  principal,
  id: randomUUID(),
});

export const said = (word: string): Message => ({ type: 'WordSaid', data: { word } });

export const loadOf = (stream: string, after = 0, key: CommandKey | null = null): LoadRequest => ({
  key,
  tails: [{ stream, after }],
});

/** A person's command on the stream as `load` answered it, saying one word; `more` puts anything in its place. */
export const commandOn = (
  stream: string,
  loaded: Loaded,
  more: Partial<AppendRequest> = {},
): AppendRequest => {
  const last = loaded.tails[stream]?.at(-1);
  return {
    key: aKey(),
    payloadHash: payloadHash({ word: 'hello' }),
    stream,
    expectedVersion: last?.version ?? 0,
    previousHash: last?.hash ?? '',
    rests: [],
    now: loaded.now,
    actor: { kind: 'person', personId: alice },
    as: null,
    cause: null,
    events: [{ schema: 1, event: said('hello') }],
    rows: {},
    ring: null,
    ...more,
  };
};

/** Loads the stream and appends to it, as `handleCommand` does without deciding. */
export const say = async (
  store: EventStore,
  stream: string,
  more: Partial<AppendRequest> = {},
): Promise<AppendResult> => store.append(commandOn(stream, await store.load(loadOf(stream)), more));

export const words = (count: number): AppendRequest['events'] =>
  Array.from({ length: count }, (_, index) => ({ schema: 1, event: said(`word ${index + 1}`) }));

export const shifted = (instant: Instant, ms: number): Instant =>
  new Date(Date.parse(instant) + ms).toISOString();

/**
 * Follows the whole log from its start in pages of two until an event is there: a transaction still running anywhere on
 * the server, also in another database, holds the horizon for a while.
 */
export const followUntil = async (
  store: EventStore,
  isLast: (event: RecordedEvent) => boolean,
): Promise<readonly RecordedEvent[]> => {
  const seen: RecordedEvent[] = [];
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const page = await store.readAll(seen.at(-1)?.position ?? START_OF_LOG, 2);
    seen.push(...page);
    if (page.some(isLast)) return seen;
    if (page.length === 0) await delay(20);
  }
  throw new Error(`the follower saw ${seen.length} events, and not the one it waits for`);
};
