import {
  recipients,
  type Channel,
  type Directory,
  type Id,
  type PendingNotice,
  type Recipient,
} from '@rectify/domain';
import type { PendingRung } from '@rectify/read-models';

export interface SortedRungs {
  /** Still owed, and in no mail of that person's yet. */
  readonly pending: readonly PendingNotice[];
  /** Discharged or re-dated since: will never be sent to these. */
  readonly dropped: readonly { readonly rungId: string; readonly recipient: Id }[];
  /** Rungs that everybody has or that nobody is to get any more. */
  readonly settled: readonly string[];
  /** Whom each rung reaches, as the directory stands. */
  readonly reached: ReadonlyMap<string, readonly Recipient[]>;
}

/** What is to become of each rung. One that reaches nobody at present stays: somebody may be appointed; an outcome does not. */
export const sortRungs = (
  rungs: readonly PendingRung[],
  directory: Directory,
  channel: Channel,
): SortedRungs => {
  const pending: PendingNotice[] = [];
  const dropped: { rungId: string; recipient: Id }[] = [];
  const settled: string[] = [];
  const reached = new Map<string, readonly Recipient[]>();
  for (const row of rungs) {
    const { rung_id: rungId, rung, on, stands, deliveries, recorded_at: recordedAt } = row;
    const all = recipients(row, directory, row.unit_id, channel);
    reached.set(rungId, all);
    const open = all.filter(({ personId }) => !deliveries.some(({ recipient }) => recipient === personId));
    if (!stands) dropped.push(...open.map(({ personId }) => ({ rungId, recipient: personId })));
    else pending.push(...open.map(({ personId }) => ({ rungId, personId, rung, on, recordedAt })));
    if (!stands || (open.length === 0 && (all.length > 0 || row.outcome !== null))) settled.push(rungId);
  }
  return { pending, dropped, settled, reached };
};
