import { recordedActor, type Message, type RecordedActor } from '@rectify/domain';
import { MAX_PAYLOAD_BYTES, assertProfile, canonicalBytes, chainHash } from './canonical';
import { StoreError } from './errors';
import type { AppendRequest, CommandKey, Position, RecordedEvent } from './event-store';

/** Before the first event of the log. */
export const START_OF_LOG: Position = '0-0';

/** What the canonical bytes of an event say. Storage: keys are never renamed, and their order is RFC 8785's. */
interface Stored {
  readonly actor: RecordedActor;
  readonly at: string;
  readonly cause: string | null;
  readonly cmd: string;
  readonly data: unknown;
  readonly schema: number;
  readonly seq: number;
  readonly stream: string;
  readonly type: string;
}

/** An event as it goes to the log; only the log knows its position. */
export type SealedEvent = Omit<RecordedEvent, 'position'>;

export const keyText = ({ space, principal, id }: CommandKey): string => `${space}/${principal}/${id}`;

const ownActor = ({ key, actor, as }: AppendRequest): RecordedActor => {
  if (key.space !== actor.kind || (actor.kind === 'person' && key.principal !== actor.personId)) {
    throw new StoreError('EVENT_INVALID', `the key ${keyText(key)} is not the actor's own`);
  }
  return recordedActor(actor, as);
};

const assertSize = (bytes: string, data: unknown, type: string): void => {
  // The envelope is small: only where the whole is over the bound is the payload measured by itself.
  if (Buffer.byteLength(bytes) <= MAX_PAYLOAD_BYTES) return;
  const size = Buffer.byteLength(canonicalBytes(data));
  if (size > MAX_PAYLOAD_BYTES) {
    throw new StoreError(
      'EVENT_INVALID',
      `${type} has ${size} bytes of data, more than ${MAX_PAYLOAD_BYTES}`,
    );
  }
};

/** Checks the events of a request and gives them their version, canonical bytes and place in the stream's chain. */
export const seal = (request: AppendRequest): readonly SealedEvent[] => {
  const { stream, cause, now: at } = request;
  const actor = ownActor(request);
  const cmd = keyText(request.key);
  let { previousHash } = request;
  return request.events.map(({ schema, event }, index) => {
    const { type, data } = event;
    const version = request.expectedVersion + 1 + index;
    const envelope: Stored = { actor, at, cause, cmd, data, schema, seq: version, stream, type };
    assertProfile(envelope, type, 0);
    const bytes = canonicalBytes(envelope);
    assertSize(bytes, data, type);
    const hash = chainHash(previousHash, bytes);
    const place = { stream, version, bytes, previousHash, hash };
    previousHash = hash;
    return { ...place, type, schema, event: { type, data }, actor, cause, at };
  });
};

/** The reading of stored bytes. The bytes are the truth: type, actor and time come from them, not from columns. */
export const reading = (
  row: Pick<RecordedEvent, 'position' | 'stream' | 'version' | 'bytes' | 'previousHash' | 'hash'>,
): RecordedEvent => {
  const { type, schema, data, actor, cause, at } = JSON.parse(row.bytes) as Stored;
  const event: Message = { type, data };
  return { ...row, type, schema, event, actor, cause, at };
};
