import { storyOf } from '../../apps/worker/story';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { perform, silence, type Performance } from './performance';
import { createScore, outlook, type Score } from './score';

const away = (): Promise<void> => Promise.reject(new Error('away'));

/** A command may be accepted at the very moment at which the workflow finds its campaign over and leaves. */
describe('a doorbell that rings while the workflow ends', () => {
  let temporal: TestTemporal;
  let on: Performance;
  const ref = { id: 'ending', epoch: 1 };
  const id = 'campaign/ending';
  const ring = () => on.ring('campaign', id, ref);
  const reopened = outlook('deadlines', {
    version: 9,
    wake: { inMs: 3_600_000, label: 'rung T-3 until 2026-07-03 08:30' },
  });

  beforeAll(async () => {
    silence();
    temporal = await testTemporal();
  });
  afterAll(() => temporal?.stop());
  afterEach(() => on?.stop());

  /** It lives on in whatever run, and ends when it is really over. */
  const expectHeard = async (score: Score) => {
    await eventually(() => score.outlook === reopened && score.asked.length >= 2, { what: 'another look' });
    const current = on.client.workflow.getHandle(id);
    await eventually(
      async () =>
        storyOf((await current.fetchHistory()).events ?? []).at(-1) ===
        'timer rung T-3 until 2026-07-03 08:30',
    );
    score.outlook = outlook('over');
    await ring();
    expect(await current.result()).toBe('over');
  };

  it.each([
    ['within the workflow task, by the quick look', []],
    ['after PostgreSQL was away, by the patient look', [away, away]],
  ])('is heard: %s', async (_when, before) => {
    const score = createScore(outlook('over'));
    score.onLook.push(...before, async () => {
      // The answer of this look is already read; what rings now has happened after it.
      score.outlook = reopened;
      await ring();
    });
    on = await perform(temporal, score.activities);
    await on.start('campaign', id, ref);
    await expectHeard(score);
  });

  it('RR2.18 starts a new one where it has just ended', async () => {
    const score = createScore(outlook('over'));
    on = await perform(temporal, score.activities);
    expect(await (await on.start('campaign', id, ref)).result()).toBe('over');
    score.outlook = reopened;
    await ring();
    await expectHeard(score);
  });
});
