import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreError, type EventStore, type LoadRequest } from '@rectify/event-store';
import {
  answerOf,
  by,
  campaignNo,
  inMemoryLog,
  launchOf,
  personIds,
  setUp,
  type InMemoryLog,
} from '@rectify/testing';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;
const away = (): never => {
  throw new StoreError('STORE_UNAVAILABLE', 'PostgreSQL is away');
};

let log: InMemoryLog;

beforeEach(async () => {
  log = inMemoryLog();
  const application = createApplication({ store: log.store });
  await setUp(application);
  await application.handle(launchOf(), by(secretary, 'launch'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
});

/** An application whose store fails its first append as told. */
const failing = (append: EventStore['append']) => {
  let isFirst = true;
  return createApplication({
    store: {
      ...log.store,
      append: (request) => {
        const fails = isFirst;
        isFirst = false;
        return fails ? append(request) : log.store.append(request);
      },
    },
  });
};
const answered = async (): Promise<string[]> => {
  const found = await createApplication({ store: log.store }).campaign(campaignNo(1));
  return Object.keys(found?.campaign.answers ?? {});
};

describe('an append that fails', () => {
  it('leaves the state as it was, and the same key later gives its one effect', async () => {
    const application = failing(away);
    const envelope = by(organiser, '1');
    await expect(application.handle(answerOf('B1-1'), envelope)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect((await application.campaign(campaignNo(1)))?.version).toBe(2);
    expect(await application.handle(answerOf('B1-1'), envelope)).toMatchObject({
      version: 3,
      replayed: false,
    });
    expect(await answered()).toEqual(['B1-1']);
  });

  it('after it was written is found written', async () => {
    const application = failing(async (request) => {
      await log.store.append(request);
      return away();
    });
    const envelope = by(organiser, '1');
    await expect(application.handle(answerOf('B1-1'), envelope)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(await application.handle(answerOf('B1-1'), envelope)).toMatchObject({
      version: 3,
      replayed: true,
    });
    expect(await application.handle(answerOf('B1-2'), by(organiser, '2'))).toMatchObject({ version: 4 });
  });

  it('because its key is at work elsewhere is a refusal', async () => {
    const application = failing(() => {
      throw new StoreError('KEY_IN_FLIGHT', 'another connection is at work on this key');
    });
    expect(await application.handle(answerOf('B1-1'), by(organiser, '1'))).toEqual({
      ok: false,
      refusal: { code: 'KEY_IN_FLIGHT' },
    });
  });

  it('again and again for the race it loses is a refusal, not an endless try', async () => {
    const lost = async () => ({ ok: false, conflict: 'version' }) as const;
    const application = createApplication({
      store: {
        ...log.store,
        append: lost,
        loadLocked: async (request, _, then) => {
          await then(await log.store.load(request));
          return lost();
        },
      },
    });
    expect(await application.handle(answerOf('B1-1'), by(organiser, '1'))).toEqual({
      ok: false,
      refusal: { code: 'CONTENDED' },
    });
  });
});

describe('a stream with too long a queue', () => {
  it('refuses who comes then; the others have their effect', async () => {
    const application = createApplication({ store: log.store, longestQueue: 2 });
    const all = await Promise.all(
      ['B1-1', 'B1-2', 'B1-3'].map((item) => application.handle(answerOf(item), by(organiser, item))),
    );
    expect(all.map((handled) => (handled.ok ? handled.facts : handled.refusal.code))).toEqual([
      1,
      1,
      'CONTENDED',
    ]);
  });
});

describe('the memory of streams', () => {
  it('is not taken by what does not exist', async () => {
    const asked: LoadRequest[] = [];
    const store: EventStore = {
      ...log.store,
      load: (request) => {
        asked.push(request);
        return log.store.load(request);
      },
    };
    const application = createApplication({ store, cachedStreams: 3 });
    await application.campaign(campaignNo(1));
    for (let n = 2; n < 9; n += 1) expect(await application.campaign(campaignNo(n))).toBeNull();
    await application.campaign(campaignNo(1));
    expect(asked.at(-1)?.tails.map(({ after }) => after > 0)).toEqual([true, true, true]);
  });
});
