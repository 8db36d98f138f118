import { randomUUID } from 'node:crypto';
import { createClock, createPool, createPostgresStore, payloadHash } from '@rectify/event-store';

/** What the yardsticks do: one event a time, in one statement, through the same log; answers the stream's version. */
export interface Appender {
  readonly append: (stream: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

const PERSON = '0190f3a4-0000-7000-8000-00000000be5c';
const HEAD = { version: 0, hash: '' };

/** The event that the measured commands write. */
const progress = {
  type: 'ProgressReported',
  data: {
    problemId: '0190f3a4-0000-7000-8000-0000000000b1',
    measureId: '0190f3a4-0000-7000-8000-0000000000b2',
    text: '已召开专题会议，修订议事规则，责任到人',
    on: '2026-03-02',
  },
};

/** The heads of its streams are known to it, so nothing is loaded. Streams are new and nobody else's. */
export const createAppender = async (databaseUrl: string): Promise<Appender> => {
  const pool = createPool(databaseUrl, { applicationName: 'bench' });
  const store = createPostgresStore(pool);
  const heads = new Map<string, typeof HEAD>();
  const ahead = Date.parse(await createClock(pool).now()) - Date.now();
  const hash = payloadHash(progress.data);

  const append = async (stream: string): Promise<number> => {
    const head = heads.get(stream) ?? HEAD;
    const result = await store.append({
      key: { space: 'person', principal: PERSON, id: randomUUID() },
      payloadHash: hash,
      stream,
      expectedVersion: head.version,
      previousHash: head.hash,
      rests: [],
      now: new Date(Date.now() + ahead).toISOString(),
      actor: { kind: 'person', personId: PERSON },
      as: null,
      cause: null,
      events: [{ schema: 1, event: progress }],
      rows: {},
      ring: null,
    });
    if (!result.ok) throw new Error(`${stream}: ${result.conflict}`);
    heads.set(stream, { version: result.version, hash: result.recorded.at(-1)?.hash ?? '' });
    return result.version;
  };
  return { append, close: () => pool.end() };
};
