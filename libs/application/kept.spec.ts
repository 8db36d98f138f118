import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@rectify/event-store';
import {
  answerOf,
  by,
  campaignNo,
  inMemoryLog,
  launchOf,
  personIds,
  setUp,
  unitIds,
  type InMemoryLog,
} from '@rectify/testing';
import type { Application, Handled } from './application';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;
const FIRST_DAY = '2026-03-03T02:00:00.000Z';

let log: InMemoryLog;
/** How often this process read the log. */
let loads: number;
/** Milliseconds of the process's own clock. */
let elapsed: number;
let application: Application;
/** Another process on the same log. */
let other: Application;

beforeEach(async () => {
  [loads, elapsed] = [0, 0];
  log = inMemoryLog();
  const counting: EventStore = {
    ...log.store,
    load: (request) => {
      loads += 1;
      return log.store.load(request);
    },
  };
  application = createApplication({ store: counting, steady: () => elapsed });
  other = createApplication({ store: log.store });
  await setUp(other);
  await other.handle(launchOf(), by(secretary, 'launch'));
  await log.forwardTo(FIRST_DAY);
  await application.handle(answerOf('B1-1'), by(organiser, 'first'));
  await application.handle(answerOf('B1-2'), by(organiser, 'second'));
  loads = 0;
});

const answer = (item: string, id = item): Promise<Handled> =>
  application.handle(answerOf(item), by(organiser, id));

describe('a command on what is kept', () => {
  it('reads nothing, and goes on from the command before', async () => {
    expect(await answer('B1-3')).toMatchObject({ ok: true, version: 5 });
    expect(await answer('B1-4')).toMatchObject({ ok: true, version: 6 });
    expect(loads).toBe(0);
  });

  it('is recorded at the log’s time as it runs on', async () => {
    elapsed = 1_500;
    await log.forwardTo('2026-03-03T02:00:01.600Z');
    expect(await answer('B1-3')).toMatchObject({ at: '2026-03-03T02:00:01.500Z' });
  });

  it('is decided anew where the clock was set forward', async () => {
    await log.forwardTo('2026-03-05T02:00:00.000Z');
    expect(await answer('B1-3')).toMatchObject({ ok: true, at: '2026-03-05T02:00:00.000Z' });
    expect(loads).toBe(1);
  });

  it('reads again once the last reading is a minute old', async () => {
    elapsed = 60_000;
    await log.forwardTo('2026-03-03T02:01:00.000Z');
    expect(await answer('B1-3')).toMatchObject({ ok: true });
    expect(loads).toBe(1);
  });

  it('is refused only by what the log says now', async () => {
    await other.handle(answerOf('B1-3'), by(organiser, 'elsewhere'));
    expect(await answer('B9-9')).toMatchObject({ ok: false, refusal: { code: 'ITEM_UNKNOWN' } });
    expect(loads).toBe(1);
  });

  it('is answered by what stands under its key', async () => {
    expect(await answer('B1-3', 'key')).toMatchObject({ version: 5, replayed: false });
    expect(await answer('B1-3', 'key')).toMatchObject({ version: 5, replayed: true });
    const another = await application.handle(
      answerOf('B1-4'),
      by(organiser, 'first', { payloadHash: 'b'.repeat(64) }),
    );
    expect(another).toMatchObject({ ok: false, refusal: { code: 'KEY_REUSED' } });
  });
});

describe('what others wrote meanwhile', () => {
  it('on the stream itself is taken in, and the stream is read until nobody else writes', async () => {
    await other.handle(answerOf('B1-3'), by(organiser, 'elsewhere'));
    expect(await answer('B1-4')).toMatchObject({ ok: true, version: 6 });
    expect(loads).toBe(1);
    expect(await answer('B1-5')).toMatchObject({ ok: true, version: 7 });
    expect(loads).toBe(2);
    expect(await answer('B1-6')).toMatchObject({ ok: true, version: 8 });
    expect(loads).toBe(2);
  });

  it('in the directory is what the command is judged by: who left before cannot act', async () => {
    const leaving = {
      aggregate: 'directory',
      command: {
        type: 'EndTenure',
        data: { personId: organiser, unitId: unitIds.branch, post: 'organisationMember' },
      },
    } as const;
    expect(await other.handle(leaving, by(secretary, 'leaving'))).toMatchObject({ ok: true });
    expect(await answer('B1-3')).toMatchObject({ ok: false, refusal: { code: 'NOT_YOURS' } });
    expect((await application.history(campaignNo(1))).length).toBe(4);
  });
});
