import type { CivilDate, Id, Message } from '../kernel/kernel';

/** Changes of the problem list before it is frozen, part of the storage contract of campaign.events.ts. */
export type ListEvent =
  | Message<
      'ProblemCorrected',
      {
        readonly problemId: Id;
        readonly item: string;
        readonly aspect: string;
        readonly title: string;
        readonly detail: string;
        readonly textHash: string;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  /** 合并: this one leaves, under its own number and with its text; `into` is what it is put right as. */
  | Message<
      'ProblemMerged',
      {
        readonly problemId: Id;
        readonly into: Id;
        readonly intoCode: string;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  /** 拆分: this one leaves in the same way; a PartIncluded follows for each of its parts. */
  | Message<
      'ProblemSplit',
      {
        readonly problemId: Id;
        readonly parts: readonly Id[];
        readonly reason: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'PartIncluded',
      {
        readonly problemId: Id;
        readonly partOf: Id;
        readonly number: number;
        readonly code: string;
        readonly item: string;
        readonly aspect: string;
        readonly title: string;
        readonly detail: string;
        readonly textHash: string;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >;
