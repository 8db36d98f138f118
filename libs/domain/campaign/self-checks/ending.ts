import { liveProblems, type Campaign, type ReadonlyProblem } from '../campaign.state';
import { isOut, isSampleDrawn } from '../look-back';
import { sampleSize } from '../sampling';
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

/**
 * D-18: the sample was drawn, of the size that the plan asks for, every problem in it was judged, and what relapsed was
 * reopened with the verdict. Where nothing was ever closed the stage itself is the row.
 */
export const lookBack: Check = ({ campaign, today }) => {
  const stage = campaign.stages.find(({ kind }) => kind === 'lookBack');
  if (!stage) return notApplicable('notInPlan');
  const isThereTime = stage.closed === null && today <= stage.endOn;
  const { samples, problems } = campaign;
  if (samples.length === 0 || !isSampleDrawn(campaign)) {
    if (stage.closed && isSampleDrawn(campaign)) return proved([stage.kind]);
    return isThereTime ? underWay([stage.kind]) : missing([stage.kind]);
  }
  const rows = samples.flatMap((sample) => sample.drawn.map((id) => ({ sample, problem: problems[id] })));
  return every(rows, {
    id: ({ problem }) => problem?.id ?? '',
    isGood: ({ sample, problem }) => problem !== undefined && isJudged(sample, problem),
    isThereTime,
    none: 'nothingArose',
  });
};

/** What was given up, or is kept up now, is looked back on no more. */
const isJudged = (
  { round, drawn, population, ...rules }: Campaign['samples'][number],
  problem: ReadonlyProblem,
): boolean => {
  const isLarge = drawn.length >= sampleSize(rules, population.length);
  const found = problem.verdicts.find((verdict) => verdict.round === round);
  if (!found) return isLarge && isOut(problem);
  const isReopened = problem.reopenings.some(({ cause, on }) => cause === 'lookBack' && on === found.on);
  return isLarge && (found.verdict === 'holds' || isReopened);
};
