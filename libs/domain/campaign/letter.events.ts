import type { CivilDate, Id, Message } from '../kernel/kernel';

/** Letters of supervision: a storage contract, as campaign.events.ts. `letter` counts the drafts of a campaign from 1. */
export type LetterEvent =
  | Message<
      'LetterDrafted',
      {
        readonly letter: number;
        /** 督办函, 约谈通知, 通报 or 催办通知, by the rung's data. */
        readonly kind: string;
        /** The obligation that is late, and its due version. */
        readonly key: string;
        readonly dueVersion: number;
        readonly rung: string;
        readonly problemId: Id | null;
        readonly dueOn: CivilDate;
        readonly daysLate: number;
        readonly on: CivilDate;
      }
    >
  | Message<
      'LetterIssued',
      { readonly letter: number; readonly kind: string; readonly number: string; readonly on: CivilDate }
    >
  | Message<'LetterDropped', { readonly letter: number; readonly reason: string; readonly on: CivilDate }>;
