import type { Id, Message } from '../kernel/kernel';

/** Changes of the problem list besides the correction of a text (rulings §2, domain.md §3). */
export type ListCommand =
  | Message<
      'ReportProblem',
      {
        readonly item: string;
        readonly problem: {
          readonly id: Id;
          readonly title: string;
          readonly detail: string;
          /** In the place of title and detail, which are empty then; made by the shell. */
          readonly sealed?: string;
        };
      }
    >
  | Message<
      'MergeProblems',
      {
        /** The problem that stays. */
        readonly into: Id;
        readonly problemIds: readonly Id[];
        readonly reason: string;
      }
    >
  | Message<
      'SplitProblem',
      {
        readonly problemId: Id;
        readonly parts: readonly {
          readonly id: Id;
          /** Default: the item of the problem that is split. */
          readonly item?: string;
          readonly title: string;
          readonly detail: string;
        }[];
        readonly reason: string;
      }
    >;

export type ListData<Type extends ListCommand['type']> = Extract<ListCommand, { type: Type }>['data'];
