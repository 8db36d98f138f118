import type { Instant } from '@rectify/domain';
import type {
  AppendRequest,
  AppendResult,
  EventStore,
  Loaded,
  LoadRequest,
  Position,
  RecordedEvent,
  StoredResult,
} from './event-store';
import { StoreError } from './errors';
import { keyText, seal } from './recorded';

export interface MemoryStoreOptions {
  /** The domain's clock; specs stand it still, the simulation sets it forward. */
  readonly now: () => Instant;
  /** Sees every accepted append where PostgreSQL would write rows and attendance: in the same instant, in order. */
  readonly onAppend?: (request: AppendRequest, recorded: readonly RecordedEvent[]) => void;
  /** What the log holds already, such as another store's. */
  readonly before?: readonly RecordedEvent[];
  /** The keys of sealed reports among them. */
  readonly keysBefore?: Readonly<Record<string, string>>;
}

const STALE_MS = 5_000;
const isStale = (now: Instant, present: Instant): boolean =>
  Math.abs(Date.parse(present) - Date.parse(now)) > STALE_MS;

/** One process writes one after the other, so its positions are all of one "transaction". */
const positionOf = (index: number): Position => `0-${index}`;
const indexOf = (position: Position): number => Number(position.slice(position.indexOf('-') + 1));

/** The log without a database, for specs and the simulation; the contract suite holds it equal to PostgreSQL's. */
export const createMemoryStore = ({
  now,
  onAppend,
  before = [],
  keysBefore = {},
}: MemoryStoreOptions): EventStore => {
  const log: RecordedEvent[] = [...before];
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of before) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else streams.set(event.stream, [event]);
  }
  const commands = new Map<string, StoredResult>();
  const locked = new Map<string, Promise<void>>();
  const keys = new Map(Object.entries(keysBefore));

  const eventsOf = (stream: string): readonly RecordedEvent[] => streams.get(stream) ?? [];

  const read = ({ key, tails }: LoadRequest): Loaded => ({
    stored: (key && commands.get(keyText(key))) ?? null,
    now: now(),
    tails: Object.fromEntries(tails.map(({ stream, after }) => [stream, eventsOf(stream).slice(after)])),
  });

  const conflictOf = (request: AppendRequest): AppendResult | null => {
    const stored = commands.get(keyText(request.key));
    if (stored) return { ok: false, conflict: 'key', stored };
    const last = eventsOf(request.stream).at(-1);
    if ((last?.version ?? 0) !== request.expectedVersion) return { ok: false, conflict: 'version' };
    if (request.rests.some(({ stream, version }) => eventsOf(stream).length !== version))
      return { ok: false, conflict: 'rest' };
    if (isStale(request.now, now()) || (last && request.now < last.at))
      return { ok: false, conflict: 'clock' };
    if ((last?.hash ?? '') !== request.previousHash) {
      throw new StoreError('EVENT_INVALID', `the chain of ${request.stream} does not continue`);
    }
    return null;
  };

  const write = (request: AppendRequest): AppendResult => {
    const sealed = seal(request);
    const conflict = conflictOf(request);
    if (conflict) return conflict;
    const recorded = sealed.map((event, index) => ({
      ...event,
      position: positionOf(log.length + index + 1),
    }));
    const version = request.expectedVersion + recorded.length;
    const { stream, payloadHash } = request;
    commands.set(keyText(request.key), {
      payloadHash,
      stream,
      version,
      events: recorded.length,
      at: request.now,
    });
    log.push(...recorded);
    if (recorded.length > 0) streams.set(stream, streams.get(stream) ?? []);
    streams.get(stream)?.push(...recorded);
    const { upsert = [], remove = [] } = request.rows['sealing_key'] ?? {};
    for (const { problem_id: id } of remove) keys.delete(String(id));
    for (const { problem_id: id, key } of upsert) keys.set(String(id), String(key));
    onAppend?.(request, recorded);
    return { ok: true, version, recorded };
  };

  /** As the lock of a head: whoever wants the stream waits until its holder is done. */
  const holding = async <T>(stream: string, work: () => Promise<T>): Promise<T> => {
    const before = locked.get(stream);
    let release = (): void => undefined;
    const mine = new Promise<void>((resolve) => (release = resolve));
    const queue = (before ?? Promise.resolve()).then(() => mine);
    locked.set(stream, queue);
    await before;
    try {
      return await work();
    } finally {
      release();
      if (locked.get(stream) === queue) locked.delete(stream);
    }
  };

  return {
    load: async (request) => read(request),
    append: (request) => holding(request.stream, async () => write(request)),
    loadLocked: (request, stream, then) =>
      holding(stream, async () => {
        const wanted = await then(read(request));
        return wanted && write(wanted);
      }),
    readAll: async (after, limit) => log.slice(indexOf(after), indexOf(after) + limit),
    sealingKeys: async (ids) =>
      Object.fromEntries(ids.flatMap((id) => (keys.has(id) ? [[id, keys.get(id) ?? '']] : []))),
    readStream: async (stream, after, limit) => eventsOf(stream).slice(after, after + limit),
  };
};
