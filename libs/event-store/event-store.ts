import type { ActedAs, Actor, Instant, Json, Message, RecordedActor } from '@rectify/domain';

/**
 * A place in the log's global order, opaque outside this library: `<transaction>-<sequence>`, for two transactions that
 * overlap may commit in the other order than their sequence numbers were given. `START_OF_LOG` is before everything.
 */
export type Position = string;

/** One event as the log holds it. `bytes` are the exact canonical bytes that `hash` covers; `event` is their reading. */
export interface RecordedEvent {
  readonly position: Position;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly event: Message;
  readonly actor: RecordedActor;
  readonly cause: string | null;
  readonly at: Instant;
  readonly bytes: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** A command's id. People's ids and the system's live in spaces of their own; a person's is theirs alone. */
export interface CommandKey {
  readonly space: 'person' | 'system';
  /** The person's id, or the system's part that asks (`campaign`, `notice`, `seed`). */
  readonly principal: string;
  readonly id: string;
}

/** What stands under a used key. Only accepted commands are stored: a refused key is decided anew. */
export interface StoredResult {
  readonly payloadHash: string;
  readonly stream: string;
  readonly version: number;
  readonly events: number;
  readonly at: Instant;
}

export interface LoadRequest {
  readonly key: CommandKey | null;
  /** The streams wanted, each after the version that the caller has cached (0: from the start). */
  readonly tails: readonly { readonly stream: string; readonly after: number }[];
}

export interface Loaded {
  readonly stored: StoredResult | null;
  /** PostgreSQL's now plus the demonstration offset. What `decide` judges by is what is recorded. */
  readonly now: Instant;
  /** Events after the asked versions, in order, by stream; every asked stream has an entry. */
  readonly tails: Readonly<Record<string, readonly RecordedEvent[]>>;
}

/** Rows of one read-model table to write: whole rows to upsert and keys to delete. */
export interface TableChange {
  readonly upsert: readonly Readonly<Record<string, Json>>[];
  readonly remove: readonly Readonly<Record<string, Json>>[];
}
export type RowChanges = Readonly<Record<string, TableChange>>;

/** What `append` writes to the stream's attendance row; null for streams without a process. */
export interface Ring {
  /** Raise `log_version`: something is due, the stage is another, or the wake is earlier. */
  readonly raise: boolean;
}

export interface Rest {
  readonly stream: string;
  readonly version: number;
}

export interface AppendRequest {
  readonly key: CommandKey;
  /** Hex sha256 of the canonical payload. */
  readonly payloadHash: string;
  readonly stream: string;
  /** 0: the stream must not exist. */
  readonly expectedVersion: number;
  /** The hash of the event at `expectedVersion`; the empty string for 0. */
  readonly previousHash: string;
  /** Other streams by which this was decided, at the version that was known (0: not there), in the order of `restsOn`. */
  readonly rests: readonly Rest[];
  readonly now: Instant;
  readonly actor: Actor;
  readonly as: ActedAs | null;
  readonly cause: string | null;
  readonly events: readonly { readonly schema: number; readonly event: Message }[];
  readonly rows: RowChanges;
  readonly ring: Ring | null;
}

export type AppendResult =
  | { readonly ok: true; readonly version: number; readonly recorded: readonly RecordedEvent[] }
  /**
   * `version`: another process was first. `rest`: a stream by which it was decided has moved on. `clock`: `now` is more
   * than 5 s away or before the stream's last.
   */
  | { readonly ok: false; readonly conflict: 'version' | 'rest' | 'clock' }
  /** The key was used meanwhile; here is what stands under it. */
  | { readonly ok: false; readonly conflict: 'key'; readonly stored: StoredResult };

export interface EventStore {
  readonly load: (request: LoadRequest) => Promise<Loaded>;
  readonly append: (request: AppendRequest) => Promise<AppendResult>;
  /**
   * Like `load`, but takes the locks of the key and of the heads, there or not: the stream's own to write, the others to
   * rest on. It keeps them until `then` has
   * appended (one transaction): the second try after a lost race. `then` gets the loaded tails and returns what to
   * append, or null; it must not wait for anything outside the process.
   */
  readonly loadLocked: (
    request: LoadRequest,
    stream: string,
    then: (loaded: Loaded) => Promise<AppendRequest | null>,
  ) => Promise<AppendResult | null>;
  /** Events after a position in global order, gap-free: only those below the oldest running transaction. */
  readonly readAll: (after: Position, limit: number) => Promise<readonly RecordedEvent[]>;
  /** The keys of sealed reports by their ids; destroyed ones are not there. */
  readonly sealingKeys: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
  readonly readStream: (stream: string, after: number, limit: number) => Promise<readonly RecordedEvent[]>;
}
