import type { Instant } from '@rectify/domain';
import type { Pool } from 'pg';
import { onConnection } from './pool';

/**
 * `shape`: the workflow runs in another shape and is to be restarted; `epoch`: it belongs to before a restore, and is to
 * be restarted too; `cluster`: a Temporal that never saw it;
 * `calendar`: another calendar than the one that was looked by; `rose`: something new; `unseen`: rung, but not looked at for too long; `overdue`: its wake has passed by a minute.
 */
export type RingReason = 'shape' | 'epoch' | 'cluster' | 'calendar' | 'rose' | 'unseen' | 'overdue';

export interface Ringing {
  readonly stream: string;
  readonly reason: RingReason;
  /** Of this installation; goes into the workflow's argument. */
  readonly epoch: number;
}

export interface ClaimRequest {
  /** Temporal's namespace id. */
  readonly cluster: string;
  /** The shape of the workflow that this relay starts, such as `campaign@1`. */
  readonly shape: string;
  readonly limit: number;
  readonly staleAfterSeconds: number;
}

/** What a look has seen and what comes next. */
export interface Acknowledgement {
  /** The stream's version that was folded. */
  readonly seenVersion: number;
  /** When to look again by the domain's clock; the look's own now while deeds are due, for then it is not done. */
  readonly nextWakeAt: Instant | null;
  readonly over: boolean;
  /** The version of the calendar that was looked by; left out by whoever looks at no dates. */
  readonly calendarVersion?: number;
  readonly shape: string;
  readonly epoch: number;
  readonly cluster: string;
}

export interface Attendance {
  /** Takes what is to be rung, in one short transaction, each for one caller; call Temporal afterwards, outside any. */
  readonly claimRings: (request: ClaimRequest) => Promise<readonly Ringing[]>;
  /** For the workflow's own look only. One that has seen less than another before it changes nothing. */
  readonly acknowledge: (stream: string, acknowledgement: Acknowledgement) => Promise<void>;
}

const CLAIM = 'SELECT * FROM claim_rings($1, $2, $3, make_interval(secs => $4))';
const ACKNOWLEDGE = 'SELECT acknowledge($1, $2, $3, $4, $5, $6, $7, $8)';

export const createAttendance = (pool: Pool): Attendance => ({
  claimRings: ({ cluster, shape, limit, staleAfterSeconds }) =>
    onConnection(pool, async (client) => {
      const values = [cluster, shape, limit, staleAfterSeconds];
      return (await client.query<Ringing>({ name: 'claim_rings', text: CLAIM, values })).rows;
    }),

  acknowledge: (stream, { seenVersion, nextWakeAt, over, calendarVersion, shape, epoch, cluster }) =>
    onConnection(pool, async (client) => {
      const values = [stream, seenVersion, nextWakeAt, over, shape, epoch, cluster, calendarVersion ?? null];
      await client.query({ name: 'acknowledge', text: ACKNOWLEDGE, values });
    }),
});
