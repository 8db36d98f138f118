import { isKeyInFlight, type AppendRequest, type AppendResult, type EventStore } from '@rectify/event-store';
import { isCodeTaken } from '@rectify/read-models';
import { DIRECTORY, streamOf } from './aggregates';
import type { Envelope, Handled, Target } from './application';
import { prepare, refused, replayed } from './prepare';
import type { StateCache } from './state-cache';
import type { StreamQueue } from './stream-queue';
import { restsOn, type Known, type Streams } from './streams';

export interface WritePath {
  readonly store: EventStore;
  readonly streams: Streams;
  readonly cache: StateCache;
  readonly queue: StreamQueue;
}

/** After the first lost race the head is locked, so a second loss can only come of the clock or a founder's race. */
const TRIES = 4;

/** Queue, load, decide, append: the one way in which anything is ever written. */
export const handleCommand =
  (path: WritePath) =>
  async (target: Target, envelope: Envelope): Promise<Handled> => {
    try {
      return (
        (await path.queue.run(streamOf(target), () => attempt(path, target, envelope))) ??
        refused({ code: 'CONTENDED' })
      );
    } catch (error) {
      if (isKeyInFlight(error)) return refused({ code: 'KEY_IN_FLIGHT' });
      if (isCodeTaken(error)) return refused({ code: 'CODE_TAKEN', field: 'serial' });
      throw error;
    }
  };

const attempt = async (path: WritePath, target: Target, envelope: Envelope): Promise<Handled> => {
  let isLocked = false;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await once(path, target, envelope, isLocked);
    if (outcome !== 'version' && outcome !== 'clock') return outcome;
    isLocked ||= outcome === 'version';
  }
  return refused({ code: 'CONTENDED' });
};

/** One try: an answer, or what was in the way. */
const once = async (
  { store, streams, cache }: WritePath,
  target: Target,
  envelope: Envelope,
  isLocked: boolean,
): Promise<Handled | 'version' | 'clock'> => {
  const question = streams.ask(restsOn(target), envelope.key);
  let known: Known | undefined;
  let state: unknown;
  let answer: Handled | undefined;
  const decideOn = (found: Known): AppendRequest | null => {
    known = found;
    const prepared = prepare(target, envelope, found);
    if (prepared.append === null) {
      answer = prepared.answer;
      return null;
    }
    state = prepared.state;
    return prepared.append;
  };

  let result: AppendResult | null;
  if (isLocked) {
    result = await store.loadLocked(question.request, streamOf(target), async (loaded) =>
      decideOn(question.answer(loaded)),
    );
  } else {
    const wanted = decideOn(question.answer(await store.load(question.request)));
    result = wanted && (await store.append(wanted));
  }
  if (result === null) return answer ?? refused({ code: 'CONTENDED' });
  if (!result.ok) {
    if (result.conflict !== 'key') return result.conflict;
    return replayed(result.stored, envelope, (known as Known).folded('directory', DIRECTORY).state);
  }
  const { version, recorded } = result;
  const last = recorded.at(-1);
  const stream = streamOf(target);
  cache.put(stream, { version, hash: last?.hash ?? '', state });
  return { ok: true, stream, version, facts: recorded.length, at: last?.at ?? '', replayed: false };
};
