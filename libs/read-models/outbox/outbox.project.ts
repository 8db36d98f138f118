import {
  OUTCOME,
  outcomeOf,
  remindersOf,
  type Campaign,
  type Instant,
  type Outcome,
  type Reminder,
  type Subject,
} from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Entry, type Happening } from '../kernel/projection';
import { publicId } from '../obligation/public-id';
import type { OutboxRow } from './outbox.table';

/** A row a rung that was issued and a row an outcome, read on the state before: there the obligation still stood. */
export const project = ({ stream, before, recorded }: Happening): TableChange =>
  tableChange(
    recorded.flatMap((entry) => {
      const { event, at } = entry;
      if (event.type === 'RemindersIssued')
        return remindersOf(before, stream, event.data).map((reminder) => rowOf(stream, before, reminder, at));
      const outcome = outcomeOf(before, event);
      return outcome === null ? [] : [outcomeRow(stream, before, outcome, entry)];
    }),
  );

const rowOf = (stream: string, campaign: Campaign, reminder: Reminder, at: Instant): OutboxRow => ({
  rung_id: reminder.rungId,
  ...placeOf(stream, campaign, reminder.subject),
  kind: reminder.kind,
  obligation_id: publicId(stream, reminder.key),
  key: reminder.key,
  due_version: reminder.dueVersion,
  due_on: reminder.dueOn,
  rung: reminder.rung,
  do: reminder.do,
  on: reminder.on,
  merged: reminder.merged,
  to: reminder.to,
  copy: reminder.copy,
  outcome: null,
  recorded_at: at,
});

const outcomeRow = (
  stream: string,
  campaign: Campaign,
  { what, kind, key, subject, to }: Outcome,
  { version, event, actor, at }: Entry,
): OutboxRow => {
  const { on } = event.data as { readonly on: string };
  return {
    rung_id: `${stream}/${OUTCOME}:${version}`,
    ...placeOf(stream, campaign, subject),
    kind,
    obligation_id: key === null ? '' : publicId(stream, key),
    key: key ?? '',
    due_version: 0,
    due_on: on,
    rung: OUTCOME,
    do: 'remind',
    on,
    merged: false,
    to: [to],
    copy: [],
    outcome: { what, by: actor.kind === 'person' ? actor.personId : null },
    recorded_at: at,
  };
};

const placeOf = (stream: string, campaign: Campaign, subject: Subject) => ({
  stream,
  campaign_id: campaign.id,
  unit_id: campaign.unitId,
  code: campaign.code,
  title: campaign.plan.title,
  subject,
  problem_code: (subject.problemId !== undefined && campaign.problems[subject.problemId]?.code) || null,
});
