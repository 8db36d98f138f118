import type { Handled } from '@rectify/application';
import { createMetrics } from '../process/metrics';
import { createPerform, type PerformDeps } from './perform';
import { sealed } from './sealed';
import { createLog } from '../process/log';

const deed = { id: 'c1', epoch: 1, kind: 'remind', seenVersion: 12 } as const;
const at = '2026-07-03T00:30:00.000Z';
const done = (facts: number): Handled => ({
  ok: true,
  stream: 'campaign/c1',
  version: 13,
  facts,
  at,
  replayed: false,
});
const refused = (code: 'CAMPAIGN_OVER' | 'KEY_IN_FLIGHT' | 'CONTENDED'): Handled => ({
  ok: false,
  refusal: { code },
});

const play = (handled: Handled) => {
  const metrics = createMetrics();
  const asked: Parameters<PerformDeps['application']['handle']>[] = [];
  const told: string[] = [];
  const perform = createPerform({
    application: { handle: async (...command) => (asked.push(command), handled) },
    metrics,
    onReminders: async (instant) => void told.push(instant),
  });
  return { perform, asked, told, metrics };
};

describe('a deed', () => {
  it('goes through the one write path, under a key that names the look that found it due', async () => {
    const { perform, asked, told } = play(done(1));
    expect(await perform(deed)).toBe(1);
    expect(asked).toEqual([
      [
        { aggregate: 'campaign', id: 'c1', command: { type: 'IssueReminders', data: {} } },
        {
          actor: { kind: 'system' },
          key: { space: 'system', principal: 'campaign', id: 'remind@campaign/c1@12' },
          payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          cause: 'remind@campaign/c1@12',
        },
      ],
    ]);
    expect(told).toEqual([at]);
  });

  it('tells delivery of new reminders only', async () => {
    const nothing = play(done(0));
    expect(await nothing.perform(deed)).toBe(0);
    const opening = play(done(2));
    expect(await opening.perform({ ...deed, kind: 'openStage' })).toBe(2);
    expect(opening.asked[0]?.[0]).toMatchObject({ command: { type: 'OpenStage' } });
    expect([...nothing.told, ...opening.told]).toEqual([]);
  });

  it('RR6.3 that is refused writes nothing, and is counted', async () => {
    const { perform, metrics } = play(refused('CAMPAIGN_OVER'));
    expect(await perform(deed)).toBe(0);
    expect(await metrics.registry.metrics()).toContain(
      'rectify_deeds_total{kind="remind",outcome="CAMPAIGN_OVER"} 1',
    );
  });

  it.each(['KEY_IN_FLIGHT', 'CONTENDED'] as const)(
    'that passes by itself is tried again: %s',
    async (code) => {
      await expect(play(refused(code)).perform(deed)).rejects.toMatchObject({ code });
    },
  );
});

describe('what an activity throws', () => {
  const log = createLog('silent');
  const thrown = async (error: unknown) =>
    sealed('look', log, () => Promise.reject(error))().then(
      () => null,
      (failure: unknown) => failure,
    );

  it('is a code and nothing else', async () => {
    const failure = await thrown(
      Object.assign(new Error('duplicate key (王小明)'), { code: 'STORE_UNAVAILABLE' }),
    );
    expect(failure).toMatchObject({
      message: 'STORE_UNAVAILABLE',
      type: 'STORE_UNAVAILABLE',
      stack: '',
      nonRetryable: false,
    });
    expect((failure as Error).cause).toBeUndefined();
  });

  it('is BUG where nobody knows it', async () => {
    expect(await thrown(Object.assign(new Error('王小明'), { code: '23505' }))).toMatchObject({
      message: 'BUG',
    });
    expect(await thrown('王小明')).toMatchObject({ message: 'BUG' });
  });
});
