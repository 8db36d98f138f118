import type { Id, Message } from '../kernel/kernel';

/** 未反弹 · 反弹 */
export const lookBackVerdicts = ['holds', 'relapsed'] as const;
export type LookBackVerdict = (typeof lookBackVerdicts)[number];

/** Commands of 回头看. Nobody sends a seed: the write path reads what it is made of from the log. */
export type LookBackCommand =
  /** `basisHash`: of the closed problems as they were shown. */
  | Message<'DrawSample', { readonly basisHash: string }>
  | Message<
      'RecordVerdict',
      {
        readonly problemId: Id;
        /** Of the sample that it was drawn in, counted from 1. */
        readonly round: number;
        readonly verdict: LookBackVerdict;
        /** What was looked at, and what was found; of a relapse the reason of the reopening. */
        readonly looked: string;
        /** Where the evidence lies. */
        readonly evidence: string;
      }
    >;

export type LookBackData<Type extends LookBackCommand['type']> = Extract<
  LookBackCommand,
  { type: Type }
>['data'];
