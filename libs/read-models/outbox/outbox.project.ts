import { remindersOf, type Campaign, type Instant, type Reminder } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Happening } from '../kernel/projection';
import { publicId } from '../obligation/public-id';
import type { OutboxRow } from './outbox.table';

/** A row a rung that was issued, read on the state before: there the obligation still stood. */
export const project = ({ stream, before, recorded }: Happening): TableChange =>
  tableChange(
    recorded.flatMap(({ event, at }) =>
      event.type === 'RemindersIssued'
        ? remindersOf(before, stream, event.data).map((reminder) => rowOf(stream, before, reminder, at))
        : [],
    ),
  );

const rowOf = (stream: string, campaign: Campaign, reminder: Reminder, at: Instant): OutboxRow => {
  const { problemId } = reminder.subject;
  return {
    rung_id: reminder.rungId,
    stream,
    campaign_id: campaign.id,
    unit_id: campaign.unitId,
    code: campaign.code,
    title: campaign.plan.title,
    kind: reminder.kind,
    subject: reminder.subject,
    problem_code: (problemId !== undefined && campaign.problems[problemId]?.code) || null,
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
    recorded_at: at,
  };
};
