import { randomUUID } from 'node:crypto';
import { campaignDecider, type Campaign, type Recorded } from '@rectify/domain';
import {
  createPostgresStore,
  payloadHash,
  type CommandKey,
  type EventStore,
  type RecordedEvent,
} from '@rectify/event-store';
import { campaignStream, projectCampaign, type Entry } from '@rectify/read-models';
import { produce } from 'immer';
import type { Pool } from 'pg';

/** Campaigns that are copied at the same time, each append of theirs waiting for the one before. */
const AT_ONCE = 8;
/** Events of one append at most: what one person did one after the other goes into one. */
const MOST = 100;

/**
 * Fills the log up to so many events with copies of campaigns that were made by commands: the same people and events
 * under new ids, through `append`, with their rows. They are in nobody's attendance: no workflow is started for them.
 */
export const seed = async (pool: Pool, histories: readonly History[], upTo: number): Promise<number> => {
  const store = createPostgresStore(pool);
  let left = upTo - (await countEvents(pool));
  let next = 0;
  const copyOneAfterTheOther = async (): Promise<void> => {
    while (left > 0) {
      const number = (next += 1);
      const history = histories[number % histories.length] ?? [];
      left -= history.flat().length;
      await copy(store, history, number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyOneAfterTheOther));
  return countEvents(pool);
};

export const countEvents = async (pool: Pool): Promise<number> =>
  Number((await pool.query<{ count: string }>('SELECT count(*) FROM events')).rows[0]?.count);

type Group = readonly RecordedEvent[];
export type History = readonly Group[];

/** A campaign's events up to now, those of one actor in a row together. */
export const historyOf = async (pool: Pool, id: string): Promise<History> => {
  const store = createPostgresStore(pool);
  const groups: RecordedEvent[][] = [];
  for (const event of await store.readStream(campaignStream(id), 0, 10_000)) {
    const last = groups.at(-1);
    const isSameActor = JSON.stringify(last?.[0]?.actor) === JSON.stringify(event.actor);
    if (last && isSameActor && last.length < MOST) last.push(event);
    else groups.push([event]);
  }
  return groups;
};

const copy = async (store: EventStore, history: History, number: number): Promise<void> => {
  const id = randomUUID();
  const stream = campaignStream(id);
  const renamed = renaming(history, id, number);
  let head = { version: 0, hash: '' };
  let before: Campaign = campaignDecider.initialState();
  for (const group of history) {
    const { now } = await store.load({ key: null, tails: [] });
    const recorded = group.map(({ event, actor }, index) => ({
      event: renamed(event),
      actor,
      version: head.version + 1 + index,
      at: now,
    })) as Entry[];
    const after = produce(before, (draft) => {
      for (const { event, ...more } of recorded) campaignDecider.evolve(draft, event, more);
    });
    const events = recorded.map(({ event }, index) => ({ schema: group[index]?.schema ?? 1, event }));
    const rows = projectCampaign({ stream, before, recorded, after });
    const place = { stream, expectedVersion: head.version, previousHash: head.hash, rests: [], now };
    const by = byWhom(recorded[0]?.actor ?? { kind: 'system' });
    const result = await store.append({
      ...place,
      ...by,
      payloadHash: payloadHash({ id }),
      cause: null,
      events,
      rows,
      ring: null,
    });
    if (!result.ok) throw new Error(`the copy of a campaign was refused: ${result.conflict}`);
    head = { version: result.version, hash: result.recorded.at(-1)?.hash ?? '' };
    before = after;
  }
};

/** The same event with the copy's id and code: both are in texts, and both are unique. */
const renaming = (history: History, id: string, number: number) => {
  const launched = history[0]?.[0]?.event.data as { campaignId: string; code: string };
  return <Event>(event: Event): Event =>
    JSON.parse(
      JSON.stringify(event)
        .replaceAll(launched.campaignId, id)
        .replaceAll(launched.code, `${launched.code}-S${number}`),
    ) as Event;
};

/** The actor and the key as the append wants them: a person's own, or the seed's. */
const byWhom = (recorded: Recorded['actor']) => {
  if (recorded.kind !== 'person') {
    const key: CommandKey = { space: 'system', principal: 'seed', id: randomUUID() };
    return { actor: { kind: 'system' }, as: null, key } as const;
  }
  const { personId, unitId, post } = recorded;
  const key: CommandKey = { space: 'person', principal: personId, id: randomUUID() };
  return { actor: { kind: 'person', personId }, as: unitId && post ? { unitId, post } : null, key } as const;
};
