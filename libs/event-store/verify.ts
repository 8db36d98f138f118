import { canonicalBytes, chainHash } from './canonical';
import type { EventStore, RecordedEvent } from './event-store';
import { START_OF_LOG } from './recorded';

export interface WrongPlace {
  readonly stream: string;
  readonly version: number;
  readonly what: 'version' | 'place' | 'canonical' | 'previousHash' | 'hash' | 'time';
}

export type Verification =
  | { readonly ok: true; readonly streams: number; readonly events: number }
  | { readonly ok: false; readonly first: WrongPlace };

const BATCH = 1_000;

/** What the bytes say of themselves, and whether they are canonical: read anew, nothing of the reader is trusted. */
const isAsStored = ({ bytes, stream, version, at }: RecordedEvent): 'place' | 'canonical' | null => {
  const read = JSON.parse(bytes) as Record<string, unknown>;
  if (canonicalBytes(read) !== bytes) return 'canonical';
  return read.stream === stream && read.seq === version && read.at === at ? null : 'place';
};

type Link = Pick<RecordedEvent, 'version' | 'hash' | 'at'>;

const wrongAt = (event: RecordedEvent, before: Link | undefined): WrongPlace['what'] | null => {
  if (event.version !== (before?.version ?? 0) + 1) return 'version';
  if (event.previousHash !== (before?.hash ?? '')) return 'previousHash';
  if (event.hash !== chainHash(event.previousHash, event.bytes)) return 'hash';
  if (before && event.at < before.at) return 'time';
  return isAsStored(event);
};

async function* eventsOf(store: EventStore, stream: string): AsyncGenerator<RecordedEvent> {
  for (let after = 0, size = BATCH; size === BATCH;) {
    const batch = await store.readStream(stream, after, BATCH);
    yield* batch;
    size = batch.length;
    after = batch.at(-1)?.version ?? after;
  }
}

async function* everything(store: EventStore): AsyncGenerator<RecordedEvent> {
  for (let after = START_OF_LOG, size = BATCH; size === BATCH;) {
    const batch = await store.readAll(after, BATCH);
    yield* batch;
    size = batch.length;
    after = batch.at(-1)?.position ?? after;
  }
}

/**
 * Walks one stream or the whole log: versions without a gap, the chain, the bytes. Answers the first wrong place in the
 * order of recording. What was cut off a stream's end shows only against a witness outside.
 */
export const verifyChain = async (store: EventStore, stream?: string): Promise<Verification> => {
  const last = new Map<string, Link>();
  let events = 0;
  for await (const event of stream === undefined ? everything(store) : eventsOf(store, stream)) {
    const what = wrongAt(event, last.get(event.stream));
    if (what) return { ok: false, first: { stream: event.stream, version: event.version, what } };
    last.set(event.stream, { version: event.version, hash: event.hash, at: event.at });
    events += 1;
  }
  return { ok: true, streams: last.size, events };
};
