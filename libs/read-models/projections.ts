import { calendarDecider, campaignDecider, directoryDecider, type Campaign } from '@rectify/domain';
import type { RowChanges, TableChange } from '@rectify/event-store';
import * as board from './board/board.project';
import { boardTable } from './board/board.table';
import type { Change, Happening } from './kernel/projection';
import type { AnyTable } from './kernel/table';
import * as ledger from './ledger/ledger.project';
import { ledgerTable } from './ledger/ledger.table';
import * as calendar from './obligation/calendar.project';
import * as owedInDirectory from './obligation/directory.project';
import * as obligation from './obligation/obligation.project';
import { obligationTable } from './obligation/obligation.table';
import * as outbox from './outbox/outbox.project';
import { outboxTable } from './outbox/outbox.table';
import * as standing from './standing/standing.project';
import { standingTable } from './standing/standing.table';
import * as tenure from './tenure/tenure.project';
import { tenureTable } from './tenure/tenure.table';
import * as timeline from './timeline/timeline.project';
import { timelineTable } from './timeline/timeline.table';

/** Rows that are a function of the state: a rebuild makes them once, from the whole fold. */
const ofState = [
  { table: boardTable.name, project: board.project },
  { table: ledgerTable.name, project: ledger.project },
  { table: obligationTable.name, project: obligation.project },
] as const;

/** Rows that are a function of an event: a rebuild makes them event by event. */
const ofEvent = [
  { table: timelineTable.name, project: timeline.project },
  { table: outboxTable.name, project: outbox.project },
] as const;

/** Every table of the read models, in the order in which rows are written. */
export const projectionTables: readonly AnyTable[] = [
  boardTable,
  ledgerTable,
  obligationTable,
  timelineTable,
  outboxTable,
  standingTable,
  tenureTable,
];

const named = <Input>(
  projections: readonly { readonly table: string; readonly project: (input: Input) => TableChange }[],
  input: Input,
): RowChanges => {
  const changes: Record<string, TableChange> = {};
  for (const { table, project } of projections) {
    const change = project(input);
    if (change.upsert.length > 0 || change.remove.length > 0) changes[table] = change;
  }
  return changes;
};

/** All rows that one append of a campaign changes; tables without a change do not appear. */
export const projectCampaign = (change: Change): RowChanges => ({
  ...named(ofState, change),
  ...named(ofEvent, change),
});

/** All rows that one append of the calendar changes: what the installation owes. */
export const projectCalendar = (change: calendar.CalendarChange): RowChanges =>
  named([{ table: obligationTable.name, project: calendar.project }], change);

/** The rows of the whole calendar, for a rebuild. */
export const projectCalendarState = (change: Omit<calendar.CalendarChange, 'before'>): RowChanges =>
  projectCalendar({ ...change, before: calendarDecider.initialState() });

const ofDirectory = [
  { table: obligationTable.name, project: owedInDirectory.project },
  { table: standingTable.name, project: standing.project },
] as const;

/** All rows that one append of the directory changes: what is to be confirmed, who is shut out, and the record of the posts. */
export const projectDirectory = (
  change: owedInDirectory.DirectoryChange & tenure.DirectoryHappening,
): RowChanges => ({ ...named(ofDirectory, change), ...projectDirectoryEvents(change) });

/** The rows of the whole directory that follow from its state, for a rebuild. */
export const projectDirectoryState = (change: Omit<owedInDirectory.DirectoryChange, 'before'>): RowChanges =>
  named(ofDirectory, { ...change, before: directoryDecider.initialState() });

/** The rows of the directory that follow from events alone. */
export const projectDirectoryEvents = (happening: tenure.DirectoryHappening): RowChanges =>
  named([{ table: tenureTable.name, project: tenure.project }], happening);

/** The rows that follow from events alone, for a rebuild. */
export const projectEvents = (happening: Happening): RowChanges => named(ofEvent, happening);

/** The rows of a whole stream that follow from its state, for a rebuild. */
export const projectState = (change: Omit<Change, 'before'>): RowChanges =>
  named(ofState, { ...change, before: nothing });

const nothing: Campaign = campaignDecider.initialState();
