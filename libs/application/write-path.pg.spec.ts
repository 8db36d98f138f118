import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock, createPostgresStore, eventStoreMigrations, verifyChain } from '@rectify/event-store';
import { campaignByCode, readModelMigrations } from '@rectify/read-models';
import { answerOf, by, campaignNo, launchOf, migratedDatabase, personIds, setUp } from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../test/harness/postgres';
import type { Application, Handled } from './application';
import { createApplication } from './create-application';

const { secretary, organiser } = personIds;

let server: TestPostgres;
let pool: Pool;
/** Two processes on one database, as far as the write path can tell. */
let here: Application;
let there: Application;

beforeAll(async () => {
  server = await testPostgres();
  pool = await migratedDatabase(
    await server.freshDatabase(),
    [...eventStoreMigrations, ...readModelMigrations],
    20,
  );
  here = createApplication({ store: createPostgresStore(pool) });
  there = createApplication({ store: createPostgresStore(pool) });
  await createClock(pool).startAt('2026-03-02T02:00:00.000Z');
  await setUp(here);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

const codes = (all: readonly Handled[]): string[] =>
  all.flatMap((handled) => (handled.ok ? [] : [handled.refusal.code]));

describe('two launches with one code', () => {
  it('are one campaign; the other is told that the code is taken and leaves nothing', async () => {
    const both = await Promise.all([
      here.handle(launchOf(1, 1), by(secretary, 'l1')),
      there.handle(launchOf(2, 1), by(secretary, 'l2')),
    ]);
    expect(codes(both)).toEqual(['CODE_TAKEN']);
    const won = both[0]?.ok ? campaignNo(1) : campaignNo(2);
    expect(await campaignByCode(pool, 'PDH-2026-B01')).toMatchObject({ campaign_id: won });
    expect(await here.campaign(won === campaignNo(1) ? campaignNo(2) : campaignNo(1))).toBeNull();
  });

  it('and the next serial has a code of its own', async () => {
    expect(await here.handle(launchOf(3, 2), by(secretary, 'l3'))).toMatchObject({ ok: true });
    expect(await campaignByCode(pool, 'PDH-2026-B01-2')).toMatchObject({ campaign_id: campaignNo(3) });
  });
});

describe('ten people on one campaign', () => {
  /** Each changes an item of their own back and forth, so that every command is a fact. */
  const write = async (process: Application, who: number, round: string): Promise<Handled[]> => {
    const all: Handled[] = [];
    for (let time = 0; time < 20; time += 1) {
      const target = answerOf(`B1-${who}`, time % 2 === 0 ? 'noProblem' : 'notApplicable', 3);
      all.push(await process.handle(target, by(organiser, `${round}-${who}-${time}`)));
    }
    return all;
  };

  beforeAll(async () => {
    await createClock(pool).forwardTo('2026-03-03T02:00:00.000Z');
  });

  it.each([
    ['one process', () => [here]],
    ['two processes', () => [here, there]],
  ])('are never refused for contention, in %s', async (round, processes) => {
    const before = (await here.campaign(campaignNo(3)))?.version ?? 0;
    const used = processes();
    const writers = Array.from({ length: 10 }, (_, index) =>
      write(used[index % used.length] as Application, index + 1, round),
    );
    const all = (await Promise.all(writers)).flat();
    expect(codes(all)).toEqual([]);
    const facts = all.reduce((sum, handled) => sum + (handled.ok ? handled.facts : 0), 0);
    expect(facts).toBeGreaterThanOrEqual(190);
    expect(((await there.campaign(campaignNo(3)))?.version ?? 0) - before).toBe(facts);
    expect(await verifyChain(createPostgresStore(pool), `campaign/${campaignNo(3)}`)).toMatchObject({
      ok: true,
    });
  });
});

describe('one key from two processes at the same time', () => {
  it('is one effect and two equal answers', async () => {
    const target = answerOf('B1-20', 'noProblem', 3);
    const both = await Promise.all(
      [here, there].map((process) => process.handle(target, by(organiser, 'same'))),
    );
    expect(codes(both)).toEqual([]);
    const [first, second] = both.map((handled) => handled.ok && [handled.version, handled.facts, handled.at]);
    expect(first).toEqual(second);
    expect(both.map((handled) => handled.ok && handled.replayed).sort()).toEqual([false, true]);
  });
});
