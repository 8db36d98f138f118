import type { CivilDate, Id, Message } from '../kernel/kernel';

/** Part of the storage contract of campaign.events.ts. References and the permanent code: no text of another campaign. */
export type LinkEvent =
  | Message<
      'ProblemLinked',
      {
        readonly item: string;
        readonly campaignId: Id;
        readonly problemId: Id;
        readonly code: string;
        readonly on: CivilDate;
      }
    >
  | Message<
      'ProblemUnlinked',
      {
        readonly item: string;
        readonly campaignId: Id;
        readonly problemId: Id;
        readonly code: string;
        readonly reason: string;
        readonly on: CivilDate;
      }
    >;
