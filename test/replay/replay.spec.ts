import { Worker } from '@temporalio/worker';
import { storyOf } from '../../apps/worker/story';
import { fromJson, kept, type RecordedHistory } from './histories';
import { strangeTexts } from './payloads';
import { bundle, silence } from './performance';

/**
 * Histories of real campaigns, recorded for good: a change of the workflows that breaks them needs a new shape
 * (`campaign@2`), not a new recording. `RECORD_HISTORIES=1 npx jest --selectProjects integration --testPathPatterns
 * replay/living` records those of the present shape.
 */
describe('recorded histories', () => {
  const recorded = kept();
  const [campaign] = recorded.filter(([name]) => name === 'campaign').map(([, history]) => history);

  beforeAll(silence);

  const replay = async (histories: readonly RecordedHistory[]) => {
    const named = histories.map((history) => ({
      workflowId: 'campaign/replayed',
      history: fromJson(history),
    }));
    const results: (string | null)[] = [];
    const options = { workflowBundle: await bundle() };
    for await (const { error } of Worker.runReplayHistories(options, named)) {
      results.push(error ? error.message : null);
    }
    return results;
  };

  /** A copy of the campaign's history with one event changed. */
  const doctored = (change: (history: RecordedHistory) => boolean): RecordedHistory => {
    const copy = JSON.parse(JSON.stringify(campaign)) as RecordedHistory;
    expect(change(copy)).toBe(true);
    return copy;
  };

  it('are of a whole campaign and of delivery', () => {
    expect(recorded.map(([name]) => name)).toEqual(['campaign', 'delivery']);
    const story = campaign ? storyOf(fromJson(campaign).events ?? []) : [];
    expect(story).toContain('end over');
  });

  it('RR6.7 replay on the workflows as they stand', async () => {
    expect(await replay(recorded.map(([, history]) => history))).toEqual(recorded.map(() => null));
  });

  it.each(recorded)('RR5.3 hold nothing but ids, kinds, dates and counts: %s', (_name, history) => {
    expect(strangeTexts(history)).toEqual([]);
  });

  it('RR6.7 fail where an activity is another', async () => {
    const other = doctored(({ events }) => {
      const deed = events.find(
        ({ activityTaskScheduledEventAttributes: at }) => at?.activityType.name === 'perform',
      );
      if (deed?.activityTaskScheduledEventAttributes)
        deed.activityTaskScheduledEventAttributes.activityType.name = 'deliver';
      return deed !== undefined;
    });
    expect(await replay([other])).toEqual([expect.stringMatching(/ondeterminis/)]);
  });

  it('fail where a look has found another agenda', async () => {
    const other = doctored(({ events }) =>
      events.some(({ markerRecordedEventAttributes: marker }) => {
        const payload = marker?.details['result']?.payloads[0];
        const found =
          payload && (JSON.parse(Buffer.from(payload.data, 'base64').toString()) as { due: unknown[] });
        if (!payload || !found || found.due.length === 0) return false;
        payload.data = Buffer.from(JSON.stringify({ ...found, due: [] })).toString('base64');
        return true;
      }),
    );
    expect(await replay([other])).toEqual([expect.stringMatching(/ondeterminis/)]);
  });
});
