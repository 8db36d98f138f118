import { includedProblems, liveProblems, type ReadonlyProblem } from '../campaign.state';
import { datingOf } from '../dating';
import { reviewer } from '../duties';
import { obligations } from '../obligations';
import { resolveHolder } from '../../obligation/holder';
import { isOverdue } from '../../obligation/obligation';
import { ladderOf } from '../../obligation/ladder';
import { stageOf } from '../stages';
import { nextReview } from '../sustained';
import { addDays } from '../../calendar/civil-date';
import { every, type Check } from './self-check';

const id = ({ id: problemId }: ReadonlyProblem): string => problemId;

/** D-9: what can be put right at once was claimed within the stage of rectification, and not taken back. */
export const immediate: Check = ({ campaign, today }) => {
  const { endOn } = stageOf(campaign, 'deadlines');
  return every(
    includedProblems(campaign).filter(({ fixType }) => fixType === 'immediate'),
    {
      id,
      isGood: ({ claim }) => claim !== null && claim.on <= endOn,
      isThereTime: today <= endOn,
      none: 'nothingArose',
    },
  );
};

/** D-11: every closed problem went from claim to review to acceptance to sign-off, and nobody judged their own work. */
export const chainOfClosing: Check = ({ campaign }) =>
  every(
    includedProblems(campaign).filter(({ status }) => status === 'closed'),
    {
      id,
      isGood: ({ claim, reviewed, accepted, doers }) =>
        claim !== null &&
        reviewed !== null &&
        accepted !== null &&
        reviewed.by !== accepted.by &&
        [reviewed.by, accepted.by].every((judge) => judge !== claim.by && !doers.includes(judge)),
      isThereTime: false,
      none: 'nothingArose',
    },
  );

/** D-12: what was returned says what is missing. */
export const returns: Check = ({ campaign }) =>
  every(
    includedProblems(campaign).filter(({ missing }) => missing !== null),
    {
      id,
      isGood: ({ missing }) => Boolean(missing?.trim()),
      isThereTime: false,
      none: 'nothingArose',
    },
  );

/** The ladder speaks on the working day after: so many days after the due day silence is a fault. */
const SILENT_DAYS = 12;

/** D-13: whatever is overdue was reminded of, in its present due version. */
export const overdue: Check = ({ campaign, today }) => {
  const late = obligations(campaign).filter(
    (obligation) =>
      isOverdue(obligation, today) &&
      ladderOf(campaign.plan.ladders, obligation.kind).some(({ at }) => at > 0),
  );
  const silent = (key: string) => (datingOf(campaign.dated, key)?.rungs.length ?? 0) === 0;
  return every(late, {
    id: ({ key }) => key,
    isGood: ({ key }) => !silent(key),
    isThereTime: late.every(({ key, dueOn, armedOn }) => {
      const from = dueOn > armedOn ? dueOn : armedOn;
      return !silent(key) || today <= addDays(from, SILENT_DAYS);
    }),
    none: 'nothingArose',
  });
};

/**
 * D-14: what is kept up for good has a cycle with its day and somebody who reviews it; what was ended was reviewed. While
 * its first result is still ahead there is time for both.
 */
export const sustained: Check = ({ campaign, directory }) => {
  const rows = liveProblems(campaign).filter(({ fixType }) => fixType === 'sustained');
  const isReviewed = (problem: ReadonlyProblem): boolean => {
    if (problem.status === 'closed') return problem.reviews.length > 0;
    const cycle = nextReview(campaign, problem)?.cycle;
    const isDated = datingOf(campaign.dated, `reviewSustained:${problem.id}:${cycle ?? 0}`) !== undefined;
    return isDated && resolveHolder(reviewer(campaign, problem), directory, campaign.unitId).how === 'holder';
  };
  return every(rows, {
    id,
    isGood: isReviewed,
    isThereTime: rows.every((problem) => isReviewed(problem) || problem.sustained === null),
    none: 'nothingArose',
  });
};
