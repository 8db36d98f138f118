import { defaultPayloadConverter } from '@temporalio/common';
import { storyOf } from './story';

type Event = Parameters<typeof storyOf>[0][number];
const payload = (value: unknown) => defaultPayloadConverter.toPayload(value)!;
const payloads = (value: unknown) => ({ payloads: [payload(value)] });
const summary = (text: string) => ({ userMetadata: { summary: payload(text) } });
const deed = (eventId: number, label: string): Event => ({
  ...{ eventId: eventId as never, ...summary(label) },
  activityTaskScheduledEventAttributes: { activityType: { name: 'perform' } },
});
const done = (eventId: number, facts: number): Event => ({
  activityTaskCompletedEventAttributes: { scheduledEventId: eventId as never, result: payloads(facts) },
});
const timer = (label: string): Event => ({ ...summary(label), timerStartedEventAttributes: {} });

describe('a story', () => {
  it('tells stages, deeds and timers by their summaries, in the order of their end', () => {
    const stage = { indexedFields: { RectifyStage: payload('screening') } };
    expect(
      storyOf([
        { upsertWorkflowSearchAttributesEventAttributes: { searchAttributes: stage } },
        deed(5, 'openStage screening'),
        done(5, 1),
        timer('rung T-3 until 2026-03-27 08:30'),
        timer('rung T-3 until 2026-03-27 08:30'),
        deed(9, 'remind T-3 x5'),
        { activityTaskTimedOutEventAttributes: { scheduledEventId: 9 as never } },
        { workflowExecutionContinuedAsNewEventAttributes: {} },
        { workflowExecutionCompletedEventAttributes: { result: payloads('over') } },
      ]),
    ).toEqual([
      'stage screening',
      'deed openStage screening -> 1',
      'timer rung T-3 until 2026-03-27 08:30',
      'deed remind T-3 x5 failed',
      'continued',
      'end over',
    ]);
  });

  it('leaves out looks, and says what was terminated', () => {
    const look = { activityTaskScheduledEventAttributes: { activityType: { name: 'look' } } };
    expect(
      storyOf([
        { eventId: 3 as never, ...look },
        done(3, 0),
        { workflowExecutionTerminatedEventAttributes: {} },
      ]),
    ).toEqual(['end terminated']);
  });
});
