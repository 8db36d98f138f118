import { stageKinds } from '../../template/template.definition';
import { liveProblems, type ReadonlyProblem } from '../campaign.state';
import { every, missing, notApplicable, proved, underWay, type Check, type Finding } from './self-check';

/** D-15: nothing computes it before a notice asks for reporting periods. */
export const reports: Check = () => later('needsReportingPeriods');

/** D-17: no survey is built, so none can be shown to have been held. */
export const survey: Check = () => later('needsSurvey');

const later = (reason: 'needsReportingPeriods' | 'needsSurvey'): Finding => ({
  verdict: 'notYet',
  reason,
  rows: [],
});

/** D-19: every rule made has its number; where none was made there is nothing to register. */
export const rulesMade: Check = ({ campaign }) =>
  campaign.rulesMade.length === 0
    ? notApplicable('nothingArose')
    : every(campaign.rulesMade, {
        id: ({ number }) => number,
        isGood: ({ number }) => number.trim() !== '',
        isThereTime: false,
        none: 'nothingArose',
      });

/**
 * D-16: what was closed was published as the plan asks. Where the plan only offers a notice, those that were posted prove
 * it; where it has none, there is nothing to show.
 */
export const publicNotice: Check = ({ campaign }) => {
  const use = campaign.plan.publicNotice ?? 'off';
  if (use === 'off') return notApplicable('notInPlan');
  const closed = liveProblems(campaign).filter(({ status }) => status === 'closed');
  const isPosted = ({ notice }: ReadonlyProblem): boolean => notice !== null;
  return every(use === 'required' ? closed : closed.filter(isPosted), {
    id: ({ id }) => id,
    isGood: isPosted,
    isThereTime: false,
    none: 'nothingArose',
  });
};

/** D-18: the look-back was signed for, which its exit rule allows once every drawn problem was judged. */
export const lookBack: Check = ({ campaign, today }) => {
  const stage = campaign.stages.find(
    ({ kind }) => stageKinds.indexOf(kind) === stageKinds.indexOf('lookBack'),
  );
  if (!stage) return notApplicable('notInPlan');
  if (stage.closed) return proved([stage.kind]);
  return today > stage.endOn ? missing([stage.kind]) : underWay([stage.kind]);
};
