import type { Instant } from '@rectify/domain';
import type { CommandKey, EventStore, Loaded, LoadRequest, StoredResult } from '@rectify/event-store';
import type { Aggregate } from '@rectify/read-models';
import { CALENDAR, DIRECTORY, foldOnto, streamOf, templateStream, type StateOf } from './aggregates';
import type { Target } from './application';
import type { Folded, StateCache } from './state-cache';

/** The streams that a command or a reading rests on, by name. */
export type Wanted = Readonly<Record<string, Aggregate>>;

export const organisation: Wanted = { [DIRECTORY]: 'directory', [CALENDAR]: 'calendar' };

/** A command's own stream, and those it is judged by. */
export const restsOn = (target: Target): Wanted => {
  const own = { [streamOf(target)]: target.aggregate };
  if (target.aggregate !== 'campaign') return { ...own, [DIRECTORY]: 'directory' };
  const { command } = target;
  const template: Wanted =
    command.type === 'LaunchCampaign' ? { [templateStream(command.data.template)]: 'template' } : {};
  return { ...own, ...organisation, ...template };
};

/** Everything asked for, as it stood at one moment of the log. */
export interface Known {
  readonly now: Instant;
  readonly stored: StoredResult | null;
  readonly folded: <Name extends Aggregate>(aggregate: Name, stream: string) => Folded<StateOf[Name]>;
}

/** A question to the store and what makes its answer known: apart, for the store also asks under its own lock. */
export interface Question {
  readonly request: LoadRequest;
  /** Throws `UpgradeNeeded`. */
  readonly answer: (loaded: Loaded) => Known;
}

export interface Streams {
  readonly ask: (wanted: Wanted, key: CommandKey | null) => Question;
  readonly know: (wanted: Wanted) => Promise<Known>;
}

/** Folded streams: what the cache lacks is asked of the store, and the store's answer is what counts. */
export const createStreams = (store: EventStore, cache: StateCache): Streams => {
  const ask: Streams['ask'] = (wanted, key) => {
    const bases = Object.entries(wanted).map(([stream, aggregate]) => ({
      stream,
      aggregate,
      base: cache.get(stream),
    }));
    return {
      request: { key, tails: bases.map(({ stream, base }) => ({ stream, after: base?.version ?? 0 })) },
      answer: ({ now, stored, tails }) => {
        const found = new Map<string, Folded<unknown>>();
        for (const { stream, aggregate, base } of bases) {
          const folded = foldOnto(aggregate, base, tails[stream] ?? []);
          // What does not exist is not kept: asking for it must not push out what does.
          found.set(stream, folded.version === 0 ? folded : cache.put(stream, folded));
        }
        return { now, stored, folded: (_, stream) => found.get(stream) as never };
      },
    };
  };
  return {
    ask,
    know: async (wanted) => {
      const { request, answer } = ask(wanted, null);
      return answer(await store.load(request));
    },
  };
};
