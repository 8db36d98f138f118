import { defaultPayloadConverter } from '@temporalio/common';
import type { WorkflowHandle } from '@temporalio/client';
import { STAGE_ATTRIBUTE } from '@rectify/workflows';
import { storyOf } from '../../apps/worker/story';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { perform, silence, type Performance } from './performance';
import { createScore, outlook, type Score } from './score';
import { temporalOfShortHistories } from './short-histories';

const wake = (label: string, inMs = 3_600_000) => ({ inMs, label });

describe('the campaign workflow', () => {
  let temporal: TestTemporal;
  let on: Performance | undefined;
  let number = 0;
  const ref = () => ({ id: `c${number}`, epoch: 1 });
  const id = () => `campaign/c${number}`;

  beforeAll(async () => {
    silence();
    temporal = await testTemporal();
  });
  afterAll(() => temporal?.stop());
  beforeEach(() => {
    number += 1;
  });
  afterEach(() => on?.stop());

  /** Nothing is cached: every workflow task replays the whole history. */
  const play = async (score: Score): Promise<WorkflowHandle> => {
    on = await perform(temporal, score.activities, { maxCachedWorkflows: 0 });
    return on.start('campaign', id(), ref());
  };
  const ring = () => on!.ring('campaign', id(), ref());
  const looks = (score: Score) => score.asked.filter(([what]) => what === 'look').length;
  const story = async (handle: WorkflowHandle) => storyOf((await handle.fetchHistory()).events ?? []);
  /** The step that follows `change` has been taken when it has looked again and set what it waits for. */
  const next = async (score: Score, change: Partial<Score>) => {
    const before = looks(score);
    Object.assign(score, change);
    await ring();
    await eventually(() => looks(score) > before);
  };

  it('RR2.18 lives its stages one after the other, performs what is due, and ends when nothing is owed or dated', async () => {
    const opening = outlook('screening', {
      version: 3,
      due: [{ kind: 'openStage', label: 'openStage screening' }],
    });
    const waiting = outlook('screening', { version: 4, wake: wake('rung T-3 until 2026-07-03 08:30') });
    const score = createScore(opening);
    score.onPerform.push(() => {
      score.outlook = waiting;
      return 1;
    });
    const handle = await play(score);
    await eventually(() => looks(score) === 2);
    await next(score, {
      outlook: outlook('problemList', { version: 9, wake: wake('rung T until 2026-07-06 08:30') }),
    });
    await next(score, { outlook: outlook('over', { version: 12 }) });
    expect(await handle.result()).toBe('over');

    expect(score.asked).toEqual([
      ['look', ref()],
      ['perform', { ...ref(), kind: 'openStage', seenVersion: 3 }],
      ['look', ref()],
      ['look', ref()],
      ['look', ref()],
    ]);
    expect(await story(handle)).toEqual([
      'stage screening',
      'deed openStage screening -> 1',
      'timer rung T-3 until 2026-07-03 08:30',
      'stage problemList',
      'timer rung T until 2026-07-06 08:30',
      'stage over',
      'end over',
    ]);
  });

  it('wakes by its one timer, which says what it waits for', async () => {
    const score = createScore(outlook('screening', { wake: wake('rung T-1 until 2026-07-02 08:30', 1_000) }));
    const handle = await play(score);
    await eventually(() => looks(score) === 2);
    score.outlook = outlook('over');
    await ring();
    await handle.result();
    const { events } = await handle.fetchHistory();
    expect(
      events?.filter(({ timerFiredEventAttributes }) => timerFiredEventAttributes).length,
    ).toBeGreaterThanOrEqual(1);
  });

  it('RR5.3 shows the stage as search attribute and the road as its details', async () => {
    const score = createScore(outlook('measures', { wake: wake('rung T until 2026-07-06 08:30') }));
    const handle = await play(score);
    await eventually(async () => {
      const attributes = (await handle.describe()).raw.workflowExecutionInfo?.searchAttributes?.indexedFields;
      const stage = attributes?.[STAGE_ATTRIBUTE];
      return stage && defaultPayloadConverter.fromPayload(stage) === 'measures';
    });
    const metadata = await handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');
    expect(metadata.currentDetails).toContain('road: screening closed');
    expect(metadata.currentDetails).toContain('next: the bell, or rung T until 2026-07-06 08:30');
    score.outlook = outlook('over');
    await ring();
    await handle.result();
  });

  it('does not spin on a deed that writes nothing, and tries it again at the next bell', async () => {
    const due = outlook('screening', { version: 5, due: [{ kind: 'remind', label: 'remind T-3 x4' }] });
    const score = createScore(due);
    const handle = await play(score);
    await eventually(() => score.asked.length === 2);
    await ring();
    await eventually(() => score.asked.length === 4);
    await next(score, { outlook: outlook('over') });
    await handle.result();
    expect(score.asked.filter(([what]) => what === 'perform')).toEqual(
      Array.from({ length: 2 }, () => ['perform', { ...ref(), kind: 'remind', seenVersion: 5 }]),
    );
    expect((await story(handle)).filter((line) => line.startsWith('deed'))).toEqual([
      'deed remind T-3 x4 -> 0',
    ]);
  });

  it('RR6.3 is not failed by a deed that fails for good', async () => {
    const score = createScore(outlook('screening', { due: [{ kind: 'remind', label: 'remind T x1' }] }));
    for (let tries = 0; tries < 4; tries += 1) score.onPerform.push(() => Promise.reject(new Error('away')));
    const handle = await play(score);
    await eventually(async () => (await story(handle)).includes('deed remind T x1 failed'), {
      timeoutMs: 20_000,
    });
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await next(score, { outlook: outlook('over') });
    await handle.result();
  });

  it('asks patiently while PostgreSQL is away, and leaves few traces', async () => {
    const score = createScore(outlook('over'));
    for (let tries = 0; tries < 4; tries += 1) score.onLook.push(() => Promise.reject(new Error('away')));
    const handle = await play(score);
    expect(await handle.result()).toBe('over');
    expect(looks(score)).toBe(5);
    const { events } = await handle.fetchHistory();
    expect(events?.filter(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled)).toHaveLength(
      1,
    );
  }, 30_000);

  it('ends at once where another epoch has taken over', async () => {
    const score = createScore(outlook('screening'));
    score.outlook = 'superseded';
    const handle = await play(score);
    expect(await handle.result()).toBe('superseded');
    expect(score.asked).toEqual([['look', ref()]]);
  });
});

describe('a campaign whose history grows long', () => {
  it('goes on as a new run, with the reference only', async () => {
    silence();
    const temporal = await temporalOfShortHistories(60);
    const ref = { id: 'long', epoch: 1 };
    const score = createScore(outlook('screening', { wake: wake('rung T until 2026-07-06 08:30') }));
    const on = await perform(temporal, score.activities);
    try {
      const { runId } = await (await on.start('campaign', 'campaign/long', ref)).describe();
      const current = on.client.workflow.getHandle('campaign/long');
      await eventually(async () => {
        await on.ring('campaign', 'campaign/long', ref);
        return (await current.describe()).runId !== runId;
      });
      const first = on.client.workflow.getHandle('campaign/long', runId);
      expect(storyOf((await first.fetchHistory()).events ?? []).at(-1)).toBe('continued');
      score.outlook = outlook('over');
      await on.ring('campaign', 'campaign/long', ref);
      expect(await current.result()).toBe('over');
      expect(score.asked.filter(([, asked]) => JSON.stringify(asked) !== JSON.stringify(ref))).toEqual([]);
    } finally {
      await on.stop();
      await temporal.stop();
    }
  });
});
