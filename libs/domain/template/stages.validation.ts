import {
  faultOfDuration,
  faultOfEach,
  faultOfPosts,
  faultOfRepeated,
  firstFault,
  invalid,
  type Fault,
} from './faults';
import { exitConditions, requiredStageKinds, stageKinds, type StageDefinition } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';

/** Stages stand in the order of a campaign, none twice; the five in the middle always exist (design.md §2). */
export const faultOfStages = (stages: readonly StageDefinition[]): Fault => {
  const kinds = stages.map(({ kind }) => kind);
  const positions = kinds.map((kind) => stageKinds.indexOf(kind));
  const missing = requiredStageKinds.find((kind) => !kinds.includes(kind));
  const misplaced = positions.findIndex((at, index) => at < 0 || at < (positions[index - 1] ?? 0));
  return firstFault(
    () => (missing ? { code: 'STAGE_MISSING', field: 'stages', params: { stage: missing } } : null),
    () => (misplaced >= 0 ? { code: 'STAGE_MISPLACED', field: `stages[${misplaced}].kind` } : null),
    () =>
      faultOfRepeated(
        kinds,
        kinds.map((_, index) => `stages[${index}].kind`),
      ),
    () => faultOfEach(stages, 'stages', (stage, path) => faultOfStage(stage, path, kinds)),
  );
};

/** A stage ends by somebody's approval and counts only from stages that the template has. */
const faultOfStage = (
  { length, lag, after, approvals, exit, opens }: StageDefinition,
  path: string,
  kinds: readonly string[],
): Fault =>
  firstFault(
    () => faultOfDuration(length, `${path}.length`),
    () => (lag === undefined ? null : faultOfDuration(lag, `${path}.lag`)),
    () => (after === undefined || kinds.includes(after) ? null : invalid(`${path}.after`)),
    () => (exit.length <= TEMPLATE_LIMITS.listed ? null : invalid(`${path}.exit`)),
    () =>
      faultOfEach(exit, `${path}.exit`, (name, at) => (exitConditions.includes(name) ? null : invalid(at))),
    () => faultOfOpening(opens, `${path}.opens`, kinds),
    () =>
      approvals.length >= 1 && approvals.length <= TEMPLATE_LIMITS.approvalSteps
        ? null
        : invalid(`${path}.approvals`),
    () => faultOfEach(approvals, `${path}.approvals`, ({ post }, step) => faultOfPosts(post, `${step}.post`)),
    () => (approvals.some(({ when }) => when === undefined) ? null : invalid(`${path}.approvals`)),
  );

/** A stage opens on one that stands before it; `previous` is whichever that is. */
const faultOfOpening = (opens: StageDefinition['opens'], path: string, kinds: readonly string[]): Fault => {
  if (opens.on === 'launch') return null;
  if (opens.on !== 'closed' && opens.on !== 'opened') return invalid(`${path}.on`);
  return opens.of === 'previous' || kinds.includes(opens.of) ? null : invalid(`${path}.of`);
};
