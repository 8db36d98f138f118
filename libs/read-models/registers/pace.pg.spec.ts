import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations } from '@rectify/event-store';
import { migratedDatabase } from '@rectify/testing';
import type { Pool } from 'pg';
import { testPostgres, type TestPostgres } from '../../../test/harness/postgres';
import { paceOf, readModelMigrations, restChannel, takeTurn } from '../index';

let server: TestPostgres;
let pool: Pool;
beforeAll(async () => {
  server = await testPostgres();
  pool = await migratedDatabase(await server.freshDatabase(), [
    ...eventStoreMigrations,
    ...readModelMigrations,
  ]);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

describe('the pace of a channel', () => {
  it('is nothing where nothing was tried', async () => {
    const { turn, tries, restsUntil, now } = await paceOf(pool, 'webhook');
    expect({ turn, tries, restsUntil }).toEqual({ turn: 0, tries: [], restsUntil: null });
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
  });

  it('gives each turn to one, whoever asks at the same time', async () => {
    const { turn } = await paceOf(pool, 'wecom');
    const taken = await Promise.all(
      [1, 2, 3, 4].map(() => takeTurn(pool, 'wecom', { turn, rememberedSeconds: 60 })),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const { turn: next, tries, now } = await paceOf(pool, 'wecom');
    expect([next, tries.length]).toEqual([1, 1]);
    expect(now - (tries[0] ?? 0)).toBeLessThan(30_000);
    expect(await takeTurn(pool, 'wecom', { turn, rememberedSeconds: 60 })).toBe(false);
    expect(await takeTurn(pool, 'wecom', { turn: next, rememberedSeconds: 60 })).toBe(true);
    const { tries: both } = await paceOf(pool, 'wecom');
    expect(both).toEqual([...both].sort((a, b) => a - b));
    expect(both).toHaveLength(2);
  });

  it('forgets tries that no rate asks for any more', async () => {
    for (let turn = 0; turn < 3; turn += 1) await takeTurn(pool, 'feishu', { turn, rememberedSeconds: 0 });
    const { turn, tries } = await paceOf(pool, 'feishu');
    expect([turn, tries.length]).toEqual([3, 1]);
  });

  it('rests as long as the longest that was asked, and counts no turn for it', async () => {
    await restChannel(pool, 'dingtalk', 600);
    await restChannel(pool, 'dingtalk', 5);
    const { turn, restsUntil, now } = await paceOf(pool, 'dingtalk');
    expect(turn).toBe(0);
    expect(((restsUntil ?? 0) - now) / 1_000).toBeGreaterThan(590);
    expect(await takeTurn(pool, 'dingtalk', { turn: 0, rememberedSeconds: 60 })).toBe(true);
  });
});
