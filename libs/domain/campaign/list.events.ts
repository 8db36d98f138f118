import type { CivilDate, Id, Message } from '../kernel/kernel';

/** Changes of the problem list before it is frozen, part of the storage contract of campaign.events.ts. */
export type ListEvent = Message<
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
>;
