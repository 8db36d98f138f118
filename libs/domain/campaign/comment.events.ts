import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';

/** Part of the storage contract of campaign.events.ts. */
export type CommentEvent = Message<
  'ProblemCommented',
  {
    readonly problemId: Id;
    readonly text: string;
    readonly mentions: readonly PersonId[];
    readonly on: CivilDate;
  }
>;
