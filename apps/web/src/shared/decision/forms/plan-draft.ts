import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../../api/types';

export interface MeasureDraft {
  readonly text: string;
  /** '' is the problem's owner. */
  readonly owner: string;
  readonly dueOn: CivilDate | null;
}

export interface PlanDraft {
  readonly rootCause: string;
  readonly target: string;
  readonly dueOn: CivilDate | null;
  readonly measures: readonly MeasureDraft[];
}

export const emptyMeasure = (dueOn: CivilDate | null): MeasureDraft => ({ text: '', owner: '', dueOn });

/** A returned plan is taken up where it was: nothing is asked for twice. */
export const draftOf = ({ plan }: Problem, proposed: CivilDate | null): PlanDraft =>
  plan
    ? {
        rootCause: plan.rootCause,
        target: plan.target,
        dueOn: proposed,
        measures: plan.measures.map(({ text, owner, dueOn }) => ({
          text,
          owner: owner?.personId ?? '',
          dueOn,
        })),
      }
    : { rootCause: '', target: '', dueOn: proposed, measures: [emptyMeasure(proposed)] };

/** Paths of what is still missing, named as the command names them. */
export const missingIn = (draft: PlanDraft): string[] => [
  ...(draft.rootCause.trim() === '' ? ['rootCause'] : []),
  ...(draft.target.trim() === '' ? ['target'] : []),
  ...(draft.dueOn === null ? ['dueOn'] : []),
  ...draft.measures.flatMap(({ text, dueOn }, index) => [
    ...(text.trim() === '' ? [`measures[${index}].text`] : []),
    ...(dueOn === null ? [`measures[${index}].dueOn`] : []),
  ]),
];

export const toPlan = ({ rootCause, target, dueOn, measures }: PlanDraft) => ({
  rootCause: rootCause.trim(),
  target: target.trim(),
  dueOn,
  measures: measures.map(({ text, owner, dueOn: by }) => ({
    text: text.trim(),
    dueOn: by,
    ...(owner === '' ? {} : { owner }),
  })),
});
