import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@rectify/event-store';
import {
  answerOf,
  by,
  campaignNo,
  inMemoryLog,
  launchOf,
  lookAt,
  personIds,
  setUp,
  unitIds,
  type InMemoryLog,
} from '@rectify/testing';
import type { Application, Handled, Target } from './application';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;

let log: InMemoryLog;
let application: Application;

beforeEach(async () => {
  log = inMemoryLog();
  application = createApplication({ store: log.store });
  await setUp(application);
});

const begun = async (): Promise<void> => {
  await application.handle(launchOf(), by(secretary, 'launch'));
  await log.forwardTo('2026-03-03T02:00:00.000Z');
};
const code = (handled: Handled): string | null => (handled.ok ? null : handled.refusal.code);

describe('a key', () => {
  it('gives one effect however often it comes, at the same time too', async () => {
    await begun();
    const all = await Promise.all(
      [1, 2, 3].map(() => application.handle(answerOf('B1-1'), by(organiser, 'same'))),
    );
    expect(all.map((handled) => handled.ok && [handled.version, handled.facts, handled.replayed])).toEqual([
      [3, 1, false],
      [3, 1, true],
      [3, 1, true],
    ]);
  });

  it('is answered before If-Match and rules: the campaign may have moved on', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1', { ifMatch: 2 }));
    await application.handle(answerOf('B1-2'), by(organiser, '2'));
    expect(await application.handle(answerOf('B1-1'), by(organiser, '1', { ifMatch: 2 }))).toMatchObject({
      ok: true,
      version: 3,
      replayed: true,
    });
  });

  it('answers the stream it made, though the caller filled in another id', async () => {
    await begun();
    const again = { ...launchOf(), id: '01900000-0000-7000-8000-000000000002' } as Target;
    expect(await application.handle(again, by(secretary, 'launch'))).toMatchObject({
      stream: `campaign/${campaignNo(1)}`,
      replayed: true,
    });
  });

  it('with another payload is refused', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    expect(
      code(await application.handle(answerOf('B1-2'), by(organiser, '1', { payloadHash: 'b'.repeat(64) }))),
    ).toBe('KEY_REUSED');
  });

  it('is not answered to somebody who holds no post any more', async () => {
    await begun();
    await application.handle(answerOf('B1-1'), by(organiser, '1'));
    await application.handle(
      {
        aggregate: 'directory',
        command: {
          type: 'EndTenure',
          data: { unitId: unitIds.branch, post: 'organisationMember', personId: organiser },
        },
      },
      by(secretary, '2'),
    );
    expect(code(await application.handle(answerOf('B1-1'), by(organiser, '1')))).toBe('NOT_YOURS');
  });

  it('RR3.11 of a refused command is free: it is decided anew', async () => {
    await application.handle(launchOf(), by(secretary, 'launch'));
    expect(code(await application.handle(answerOf('B1-1'), by(organiser, '1')))).toBe('STAGE_NOT_OPEN');
    await log.forwardTo('2026-03-03T02:00:00.000Z');
    expect(await application.handle(answerOf('B1-1'), by(organiser, '1'))).toMatchObject({
      ok: true,
      replayed: false,
    });
  });
});

describe('a lost race', () => {
  /** Somebody else's append slips in before ours, as from another process. */
  const raced = (store: EventStore, times: number): { store: EventStore; locked: () => number } => {
    let left = times;
    let locks = 0;
    const other = createApplication({ store });
    const slipIn = async (): Promise<void> => {
      if (left === 0) return;
      left -= 1;
      await other.handle(answerOf(`B1-${10 + left}`), by(organiser, `other-${left}`));
    };
    return {
      locked: () => locks,
      store: {
        ...store,
        append: async (request) => {
          await slipIn();
          return store.append(request);
        },
        loadLocked: (request, stream, then) => {
          locks += 1;
          return store.loadLocked(request, stream, then);
        },
      },
    };
  };

  it('is tried again under the lock of the head, on what the other left', async () => {
    await begun();
    const { store, locked } = raced(log.store, 1);
    const mine = createApplication({ store });
    expect(await mine.handle(answerOf('B1-1'), by(organiser, '1'))).toMatchObject({
      ok: true,
      version: 4,
      facts: 1,
    });
    expect(locked()).toBe(1);
    const { campaign } = await lookAt(mine, campaignNo(1));
    expect(Object.keys(campaign.answers)).toEqual(['B1-10', 'B1-1']);
  });

  it('for one and the same key answers what the other stored', async () => {
    await begun();
    const mine = createApplication({
      store: {
        ...log.store,
        append: async (request) => {
          await application.handle(answerOf('B1-1'), by(organiser, '1'));
          return log.store.append(request);
        },
      },
    });
    expect(await mine.handle(answerOf('B1-1'), by(organiser, '1'))).toMatchObject({
      ok: true,
      version: 3,
      replayed: true,
    });
  });

  it('with the clock is decided again at the time it is', async () => {
    await begun();
    let late = true;
    const mine = createApplication({
      store: {
        ...log.store,
        append: async (request) => {
          if (late) await log.forwardTo('2026-03-03T03:00:00.000Z');
          late = false;
          return log.store.append(request);
        },
      },
    });
    expect(await mine.handle(answerOf('B1-1'), by(organiser, '1'))).toMatchObject({
      ok: true,
      at: '2026-03-03T03:00:00.000Z',
    });
  });
});
