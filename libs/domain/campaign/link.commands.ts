import type { Id, Message } from '../kernel/kernel';

/** One problem for two campaigns: a check item is answered by a problem of another campaign, never by a copy of it (domain.md §1). */
export type LinkCommand =
  | Message<
      'LinkProblem',
      {
        readonly item: string;
        /** The other campaign, and its problem. */
        readonly campaignId: Id;
        readonly problemId: Id;
      }
    >
  | Message<
      'UnlinkProblem',
      {
        readonly item: string;
        readonly campaignId: Id;
        readonly problemId: Id;
        readonly reason: string;
      }
    >;

export type LinkData<Type extends LinkCommand['type']> = Extract<LinkCommand, { type: Type }>['data'];
