import type { Client, WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { STAGE_ATTRIBUTE } from '@rectify/workflows';

type Event = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

/**
 * A history as people read it, one line each, in order:
 * `stage <kind>` · `deed <label> -> <facts>` · `deed <label> failed` · `timer <what> until <date time>` · `continued` ·
 * `end <how>`. A timer that is set again with the same words, because a bell rang meanwhile, is told once.
 */
export const storyOf = (events: readonly Event[]): readonly string[] => {
  const labels = new Map<string, string>();
  const lines: string[] = [];
  for (const event of events) {
    const line = deedOf(event, labels) ?? stepOf(event) ?? endOf(event);
    if (line !== null && line !== lines.at(-1)) lines.push(line);
  }
  return lines;
};

/** A deed is told when it has ended; its label stands with its beginning. */
const deedOf = (event: Event, labels: Map<string, string>): string | null => {
  const begun = event.activityTaskScheduledEventAttributes?.activityType?.name;
  if (begun === 'perform' || begun === 'deliver')
    labels.set(String(event.eventId), summaryOf(event) ?? begun);
  const done = event.activityTaskCompletedEventAttributes;
  const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
  const label = labels.get(String((done ?? failed)?.scheduledEventId));
  if (label === undefined) return null;
  return done ? `deed ${label} -> ${valueOf(done.result?.payloads?.[0])}` : `deed ${label} failed`;
};

const stepOf = (event: Event): string | null => {
  if (event.timerStartedEventAttributes) return `timer ${summaryOf(event) ?? 'without a name'}`;
  const fields = event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields;
  const stage = fields?.[STAGE_ATTRIBUTE];
  return stage ? `stage ${valueOf(stage)}` : null;
};

const endOf = (event: Event): string | null => {
  if (event.workflowExecutionContinuedAsNewEventAttributes) return 'continued';
  if (event.workflowExecutionTerminatedEventAttributes) return 'end terminated';
  const ended = event.workflowExecutionCompletedEventAttributes;
  return ended ? `end ${valueOf(ended.result?.payloads?.[0])}` : null;
};

const valueOf = (payload: Payload | null | undefined): string =>
  payload ? String(defaultPayloadConverter.fromPayload(payload)) : '';

const summaryOf = ({ userMetadata }: Event): string | null =>
  userMetadata?.summary ? valueOf(userMetadata.summary) : null;

/** The story of a campaign's workflow through all its runs that Temporal still has, the first run first. */
export const readStory = async (client: Client, workflowId: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const runId of await runsOf(client, workflowId)) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const told = storyOf(events ?? []);
    lines.push(...(told[0] === lines.at(-1) ? told.slice(1) : told));
  }
  return lines;
};

const runsOf = async (client: Client, workflowId: string): Promise<readonly string[]> => {
  const runs: { readonly runId: string; readonly startTime: Date }[] = [];
  for await (const { runId, startTime } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    runs.push({ runId, startTime });
  }
  // What was listed may be a moment behind; the latest run is asked for by itself.
  const latest = await client.workflow.getHandle(workflowId).describe();
  if (!runs.some(({ runId }) => runId === latest.runId)) runs.push(latest);
  return runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ runId }) => runId);
};
