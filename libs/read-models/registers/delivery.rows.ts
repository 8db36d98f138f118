import type { Channel, CivilDate, Id, Instant, MailKind } from '@rectify/domain';
import type { OutboxRow } from '../outbox/outbox.table';

/** `claimed`: about to be sent. `dropped`: not sent and never to be, such as what was discharged before. */
export type DeliveryState = 'claimed' | 'sent' | 'failed' | 'dropped';

export interface NewMail {
  readonly mailId: Id;
  readonly channel: Channel;
  /** Whom it goes to: a person, or over a channel that reaches no persons the unit. */
  readonly personId: Id;
  /** The same at every try, so that a repeat can be recognised. */
  readonly messageId: string;
  readonly composedOn: CivilDate;
  readonly kind: MailKind;
  readonly subject: string;
}

/** A rung that may have to be sent, with what is known of it in the asked channel. */
export interface PendingRung extends OutboxRow {
  readonly deliveries: readonly {
    readonly recipient: Id;
    readonly state: DeliveryState;
    readonly mailId: Id | null;
  }[];
  /** The obligation still stands in the same due version, or of an outcome's matter something is still owed; else it is dropped. */
  readonly stands: boolean;
}

/** A mail that was claimed and neither sent nor given up, with the rungs in it. */
export interface UnfinishedMail extends NewMail {
  readonly attempts: number;
  readonly rungs: readonly OutboxRow[];
}

/** What `/api/notifications` shows: one rung to one person over one channel. */
export interface DeliveryRow {
  readonly rung_id: string;
  readonly recipient: Id;
  readonly channel: Channel;
  readonly mail_id: Id | null;
  readonly state: DeliveryState;
  readonly at: Instant;
  readonly attempts: number | null;
  readonly last_error: string | null;
  readonly campaign_id: Id;
  readonly unit_id: Id;
  readonly code: string;
  readonly title: string;
  readonly kind: OutboxRow['kind'];
  readonly problem_code: string | null;
  readonly obligation_id: string;
  readonly rung: string;
  readonly do: OutboxRow['do'];
  readonly outcome: OutboxRow['outcome'];
  readonly due_on: CivilDate;
}
