import { campaignsAskedBy, type Instant } from '@rectify/domain';
import type { CommandKey, EventStore, Loaded, LoadRequest, Rest, StoredResult } from '@rectify/event-store';
import { campaignStream, type Aggregate } from '@rectify/read-models';
import { CALENDAR, DIRECTORY, foldOnto, streamOf, templateStream, type StateOf } from './aggregates';
import type { Target } from './application';
import type { Folded, StateCache } from './state-cache';

/** The streams that a command or a reading rests on, by name. */
export type Wanted = Readonly<Record<string, Aggregate>>;

export const organisation: Wanted = { [DIRECTORY]: 'directory', [CALENDAR]: 'calendar' };

/**
 * A command's own stream, and those it is judged by. Some are named by the own stream's state, such as the campaigns to
 * whose problems it links: they are asked for once it is known (decision record 13).
 */
export const restsOn = (target: Target, known?: Known): Wanted => {
  const own = { [streamOf(target)]: target.aggregate };
  if (target.aggregate !== 'campaign') return { ...own, [DIRECTORY]: 'directory' };
  const { command } = target;
  const template: Wanted =
    command.type === 'LaunchCampaign' ? { [templateStream(command.data.template)]: 'template' } : {};
  const state = known?.folded('campaign', streamOf(target)).state ?? { links: [] };
  // Behind the others and by name: heads are locked in this order.
  const asked = campaignsAskedBy(state, command).map((id) => [campaignStream(id), 'campaign'] as const);
  return { ...own, ...organisation, ...template, ...Object.fromEntries(asked) };
};

/** Everything asked for, as it stood at one moment of the log. */
export interface Known {
  readonly now: Instant;
  /** What a command on `own` rests on beside it. */
  readonly rests: (own: string) => readonly Rest[];
  readonly stored: StoredResult | null;
  readonly folded: <Name extends Aggregate>(aggregate: Name, stream: string) => Folded<StateOf[Name]>;
  /** Whether all of it was asked for. */
  readonly holds: (wanted: Wanted) => boolean;
}

/** A question to the store and what makes its answer known: apart, for the store also asks under its own lock. */
export interface Question {
  readonly request: LoadRequest;
  /** Throws `UpgradeNeeded`. */
  readonly answer: (loaded: Loaded) => Known;
}

export interface Streams {
  /**
   * What is kept already, with a clock that runs on from the last answer of the store's; null where something is not
   * kept or is likely to be behind. Only good to be appended on, because the append says whether it still holds.
   */
  readonly kept: (wanted: Wanted) => Known | null;
  readonly ask: (wanted: Wanted, key: CommandKey | null) => Question;
  readonly know: (wanted: Wanted) => Promise<Known>;
}

/** How long the clock runs on by itself. */
const RUNS_ON_MS = 60_000;
/** Streams remembered as written by others too; forgetting them costs each one lost race. */
const MOST_SHARED = 1_000;

/**
 * Folded streams: what the cache lacks is asked of the store, and the store's answer is what counts. `steady` gives
 * milliseconds of a clock that never steps; without it nothing is taken as kept.
 */
export const createStreams = (store: EventStore, cache: StateCache, steady?: () => number): Streams => {
  const shared = new Set<string>();
  let clock: { readonly now: number; readonly at: number } | null = null;

  const note = (stream: string, base: Folded<unknown> | undefined, isBehind: boolean): void => {
    if (!isBehind) shared.delete(stream);
    else if (base && shared.size < MOST_SHARED) shared.add(stream);
  };
  const known = (now: Instant, stored: StoredResult | null, found: Found): Known => ({
    now,
    stored,
    folded: (_, stream) => found.get(stream) as never,
    holds: (wanted) => Object.keys(wanted).every((stream) => found.has(stream)),
    rests: (own) =>
      [...found].filter(([stream]) => stream !== own).map(([stream, { version }]) => ({ stream, version })),
  });

  const kept: Streams['kept'] = (wanted) => {
    const elapsed = clock && steady ? steady() - clock.at : RUNS_ON_MS;
    if (!clock || elapsed >= RUNS_ON_MS) return null;
    const found: Found = new Map();
    for (const stream of Object.keys(wanted)) {
      const folded = shared.has(stream) ? undefined : cache.get(stream);
      if (!folded) return null;
      found.set(stream, folded);
    }
    return known(new Date(clock.now + elapsed).toISOString(), null, found);
  };

  const ask: Streams['ask'] = (wanted, key) => {
    const bases = Object.entries(wanted).map(([stream, aggregate]) => ({
      stream,
      aggregate,
      base: cache.get(stream),
    }));
    return {
      request: { key, tails: bases.map(({ stream, base }) => ({ stream, after: base?.version ?? 0 })) },
      answer: ({ now, stored, tails }) => {
        if (steady) clock = { now: Date.parse(now), at: steady() };
        const found: Found = new Map();
        for (const { stream, aggregate, base } of bases) {
          const tail = tails[stream] ?? [];
          note(stream, base, tail.length > 0);
          const folded = foldOnto(aggregate, base, tail);
          // What does not exist is not kept: asking for it must not push out what does.
          found.set(stream, folded.version === 0 ? folded : cache.put(stream, folded));
        }
        return known(now, stored, found);
      },
    };
  };
  return {
    kept,
    ask,
    know: async (wanted) => {
      const { request, answer } = ask(wanted, null);
      return answer(await store.load(request));
    },
  };
};

type Found = Map<string, Folded<unknown>>;
