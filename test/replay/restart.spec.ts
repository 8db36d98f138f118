import { createRinger } from '../../apps/worker/temporal/ringer';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { perform, silence } from './performance';
import { createScore, outlook } from './score';

describe('what is attended under another shape', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    silence();
    temporal = await testTemporal();
  });
  afterAll(() => temporal?.stop());

  it('is ended and begun anew, at the stage where the log stands', async () => {
    const score = createScore(
      outlook('measures', { version: 40, wake: { inMs: 3_600_000, label: 'rung T until 2026-07-06 08:30' } }),
    );
    const on = await perform(temporal, score.activities);
    const ring = createRinger(on);
    await ring({ stream: 'campaign/c1', epoch: 1 });
    await eventually(() => score.asked.length === 1);
    const current = on.client.workflow.getHandle('campaign/c1');
    const { runId } = await current.describe();

    await ring({ stream: 'campaign/c1', epoch: 2, restart: true });
    await eventually(() => score.asked.length === 2);
    expect((await on.client.workflow.getHandle('campaign/c1', runId).describe()).status.name).toBe(
      'TERMINATED',
    );
    expect(score.asked).toEqual([
      ['look', { id: 'c1', epoch: 1 }],
      ['look', { id: 'c1', epoch: 2 }],
    ]);
    score.outlook = outlook('over');
    await ring({ stream: 'campaign/c1', epoch: 2 });
    expect(await current.result()).toBe('over');
    await on.stop();
  });
});
