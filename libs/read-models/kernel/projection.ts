import type { Campaign, CampaignEvent, Recorded } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';

/** An event of a campaign with what the log says of it; in an append, with what the log is about to say. */
export interface Entry extends Recorded {
  readonly event: CampaignEvent;
}

/** What a projection is given: the states around one append, and the append's events. */
export interface Change {
  readonly stream: string;
  /** The initial state where the stream is new. */
  readonly before: Campaign;
  readonly recorded: readonly Entry[];
  readonly after: Campaign;
}

/** For rows that are a function of an event, read on the state before it; `after` is nothing to them. */
export type Happening = Omit<Change, 'after'>;

/** Whole rows to write and keys to delete. Rows are plain JSON by their types, which have no index signature. */
export const tableChange = <Row extends object>(
  upsert: readonly Row[],
  remove: readonly Partial<Row>[] = [],
): TableChange => ({ upsert, remove }) as unknown as TableChange;
