import {
  isKeyInFlight,
  type AppendResult,
  type EventStore,
  type Loaded,
  type LoadRequest,
} from '@rectify/event-store';
import { isCodeTaken } from '@rectify/read-models';
import { DIRECTORY, streamOf } from './aggregates';
import type { Envelope, Handled, Target } from './application';
import { prepare, refused, replayed, type Brought, type Prepared } from './prepare';
import { keysFor, sealReports } from './sealed-reports';
import { signOffHashFor } from './sign-off-hash';
import type { Sealer } from './sealer';
import type { StateCache } from './state-cache';
import type { StreamQueue } from './stream-queue';
import { restsOn, type Known, type Streams, type Wanted } from './streams';

export interface WritePath {
  readonly store: EventStore;
  readonly streams: Streams;
  readonly cache: StateCache;
  readonly queue: StreamQueue;
  readonly sealer: Sealer;
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

/** On what is kept, in one statement; where that does not do, on what the log answers; after a lost race under lock. */
const attempt = async (path: WritePath, asked: Target, envelope: Envelope): Promise<Handled> => {
  const { sealer } = path;
  const { target, made } = sealReports(asked, sealer);
  const brought = {
    ...{ keys: await keysFor(path.store, target), made, sealer },
    signOffHash: await signOffHashFor(path, target),
  };
  const kept = keptFor(path.streams, target);
  const early = kept && (await onKept(path, target, envelope, { known: kept, brought }));
  if (early && isAnswer(early)) return early;
  let isLocked = false;
  let wanted = restsOn(target);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { outcome, known } = await once(path, target, envelope, { isLocked, brought, wanted });
    if (isAnswer(outcome)) return outcome;
    isLocked ||= outcome === 'version';
    wanted = restsOn(target, known);
  }
  return refused({ code: 'CONTENDED' });
};

/** Null where something is not kept, be it only what the own stream's state names. */
const keptFor = (streams: Streams, target: Target): Known | null => {
  const known = streams.kept(restsOn(target));
  const wanted = known && restsOn(target, known);
  return wanted && !known.holds(wanted) ? streams.kept(wanted) : known;
};

/** Why nothing was appended although it was decided so; `unread`: not decided, for the own stream names more to be read. */
type Lost = 'version' | 'rest' | 'clock' | 'unread';
const isAnswer = (outcome: Handled | Lost): outcome is Handled => typeof outcome !== 'string';
const UNREAD = { append: null, answer: 'unread' } as const;

/** What was known when it was decided, and what was decided. */
interface Decided {
  readonly known: Known;
  readonly prepared: Prepared | typeof UNREAD;
}

/** The append itself tells whether what is kept still holds; a refusal or an old key it cannot tell, so they wait. */
const onKept = async (
  path: WritePath,
  target: Target,
  envelope: Envelope,
  { known, brought }: { readonly known: Known; readonly brought: Brought },
): Promise<Handled | Lost | null> => {
  const prepared = prepare(target, envelope, known, brought);
  if (prepared.append === null) return null;
  return concluded(path, envelope, { known, prepared }, await path.store.append(prepared.append));
};

/** One try on what the log answers. */
const once = async (
  path: WritePath,
  target: Target,
  envelope: Envelope,
  { isLocked, brought, wanted }: Attempt,
): Promise<{ readonly outcome: Handled | Lost; readonly known: Known }> => {
  const stream = streamOf(target);
  const question = path.streams.ask(wanted, envelope.key);
  const decideOn = (loaded: Loaded): Decided => {
    const known = question.answer(loaded);
    const isRead = known.stored !== null || known.holds(restsOn(target, known));
    return { known, prepared: isRead ? prepare(target, envelope, known, brought) : UNREAD };
  };
  const asked = { request: question.request, stream };
  const { result, ...decided } = await (isLocked ? underLock : freely)(path.store, asked, decideOn);
  return { outcome: concluded(path, envelope, decided, result), known: decided.known };
};

interface Attempt {
  readonly isLocked: boolean;
  readonly brought: Brought;
  readonly wanted: Wanted;
}

const concluded = (
  path: WritePath,
  envelope: Envelope,
  { known, prepared }: Decided,
  result: AppendResult | null,
): Handled | Lost => {
  if (prepared.append === null) return prepared.answer;
  const { stream } = prepared.append;
  if (!result) throw new Error(`the store appended nothing to ${stream}`);
  if (!result.ok) {
    if (result.conflict !== 'key') return result.conflict;
    return replayed(result.stored, envelope, known.folded('directory', DIRECTORY).state);
  }
  const { version, recorded } = result;
  path.cache.put(stream, { version, hash: recorded.at(-1)?.hash ?? '', state: prepared.state });
  return { ok: true, stream, version, facts: recorded.length, at: known.now, replayed: false };
};

interface Asked {
  readonly request: LoadRequest;
  readonly stream: string;
}
type Trying = (
  store: EventStore,
  asked: Asked,
  decideOn: (loaded: Loaded) => Decided,
) => Promise<Decided & { readonly result: AppendResult | null }>;

/** Two statements, and between them anybody may be first. */
const freely: Trying = async (store, { request }, decideOn) => {
  const decided = decideOn(await store.load(request));
  const { append } = decided.prepared;
  return { ...decided, result: append && (await store.append(append)) };
};

/** One transaction that holds the stream's head from the reading to the append. */
const underLock: Trying = async (store, { request, stream }, decideOn) => {
  let decided: Decided | undefined;
  const result = await store.loadLocked(request, stream, async (loaded) => {
    decided = decideOn(loaded);
    return decided.prepared.append;
  });
  if (!decided) throw new Error(`the store did not ask what to append to ${stream}`);
  return { ...decided, result };
};
