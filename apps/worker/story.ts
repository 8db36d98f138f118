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
    const line = lineOf(event, labels);
    if (line !== null && line !== lines.at(-1)) lines.push(line);
  }
  return lines;
};

const lineOf = (event: Event, deeds: Map<string, string>): string | null => {
  const summary = textOf(event.userMetadata?.summary);
  const { activityTaskScheduledEventAttributes: scheduled } = event;
  if (scheduled) {
    const type = scheduled.activityType?.name;
    if (type === 'perform' || type === 'deliver') deeds.set(String(event.eventId), summary ?? type);
    return null;
  }
  const ended =
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes;
  if (ended) {
    const label = deeds.get(String(ended.scheduledEventId));
    const facts = event.activityTaskCompletedEventAttributes?.result?.payloads?.[0];
    return label === undefined ? null : `deed ${label} ${facts ? `-> ${String(valueOf(facts))}` : 'failed'}`;
  }
  if (event.timerStartedEventAttributes) return `timer ${summary ?? 'without a name'}`;
  const stage =
    event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields?.[STAGE_ATTRIBUTE];
  if (stage) return `stage ${String(valueOf(stage))}`;
  if (event.workflowExecutionContinuedAsNewEventAttributes) return 'continued';
  if (event.workflowExecutionTerminatedEventAttributes) return 'end terminated';
  const result = event.workflowExecutionCompletedEventAttributes?.result?.payloads?.[0];
  return result ? `end ${String(valueOf(result))}` : null;
};

const valueOf = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);

const textOf = (payload: Payload | null | undefined): string | null =>
  payload ? String(valueOf(payload)) : null;

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
