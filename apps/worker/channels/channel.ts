import type { Channel, CivilDate, Id, Instant, MailKind } from '@rectify/domain';

/** One reminder as a title and a link; what else a program may know of it, unless it is sensitive. */
export interface Item {
  readonly title: string;
  readonly url: string;
  readonly of: {
    readonly campaign: string;
    readonly problem: string | null;
    readonly kind: string;
    readonly rung: string;
    readonly dueOn: CivilDate;
  } | null;
}

/** What a channel is given to send. */
export interface Outgoing {
  /** The same at every try, so that whoever has it already can tell. */
  readonly id: Id;
  readonly messageId: string;
  /** Null behind a channel that reaches no persons, and where nothing says at which address a person is reached. */
  readonly to: { readonly name: string; readonly address: string } | null;
  readonly kind: MailKind;
  readonly subject: string;
  readonly text: string;
  readonly items: readonly Item[];
  /** By the domain's clock. */
  readonly at: Instant;
}

/**
 * How a try ended. `refused`: for good, of this message. `later`: this message again after a pause. `down`: the whole
 * channel rests. `afterSeconds`: the pause that was asked for, where one was. `code` is from a closed list, never the
 * other side's words, and never a part of an address.
 */
export type Sent =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'later' | 'down'; readonly code: string; readonly afterSeconds?: number };

/** The port of delivery: each channel is one file that makes one, and one line in `create-channels.ts`. */
export interface Transport {
  /** Never throws: what went wrong is an answer. */
  readonly send: (outgoing: Outgoing) => Promise<Sent>;
  readonly close: () => void;
}

export type Transports = { readonly [channel in Channel]?: Transport };
