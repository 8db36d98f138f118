/**
 * What the relay, the activities and the workflows agree on. Everything here travels through Temporal and stays in its
 * histories: ids, kinds, dates and counts, nothing else. Types of the domain only.
 */
import type { Agenda, Channel, Deed, Id } from '@rectify/domain';

/**
 * The shape of the workflows, and the task queue they run on. A change that breaks the replay of a recorded history
 * gets a new one; the relay then restarts what is attended under another.
 */
export const SHAPE = 'campaign@1';

/** The one signal: something may have changed, look. It carries nothing. */
export const DOORBELL = 'doorbell';

/** The one search attribute, a Keyword: the stage a campaign stands in. */
export const STAGE_ATTRIBUTE = 'RectifyStage';

/**
 * Where a workflow was begun. `epoch` is the installation's: a workflow of an older one belongs to a cluster that lived on
 * after a restore. `cluster` is Temporal's namespace id, so that a look under way while Temporal is replaced does not speak
 * for the new one, which has no such workflow; one begun before this was told has none, and is begun anew.
 */
export interface Origin {
  readonly epoch: number;
  readonly cluster?: string;
}

export interface CampaignRef extends Origin {
  readonly id: Id;
}

export interface DeliveryRef extends Origin {
  readonly channel: Channel;
}

/** A moment ahead by the domain's clock, as a duration of at least a second; `label` is ASCII and names the moment. */
export interface Wake {
  readonly inMs: number;
  readonly label: string;
}

/** What a look found in the log. `version` is the stream's that was folded. */
export type Outlook = Pick<Agenda, 'stage' | 'road' | 'due'> & {
  readonly version: number;
  readonly wake: Wake | null;
};

/** A deed named by a look. What is really due is decided again when it is performed. */
export interface DeedRequest extends CampaignRef {
  readonly kind: Deed['kind'];
  readonly seenVersion: number;
}

/** What is to be delivered now, as a count with its label, and when the next falls due. */
export interface Mailbag {
  readonly due: number;
  readonly label: string;
  readonly wake: Wake | null;
}

/** Another epoch has taken over: end, and touch nothing. */
export type Superseded = 'superseded';

/** How a workflow ended; a campaign that is over may be rung again, and is then another execution. */
export type Ending = 'over' | Superseded;

export interface Activities {
  /** Folds the log, and acknowledges in `attendance` what was seen. */
  readonly look: (ref: CampaignRef) => Promise<Outlook | Superseded>;
  /** Performs what is due of a kind; answers how many facts it wrote. A refusal is 0, never a failure. */
  readonly perform: (deed: DeedRequest) => Promise<number>;
  readonly lookAtMail: (ref: DeliveryRef) => Promise<Mailbag | Superseded>;
  /** Sends what is due, in bounded portions; answers how many mails it tried. */
  readonly deliver: (ref: DeliveryRef) => Promise<number>;
}
