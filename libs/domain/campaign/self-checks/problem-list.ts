import { includedProblems, type ReadonlyProblem } from '../campaign.state';
import { datedKeys } from '../dating';
import { lead, owner } from '../duties';
import { stageOf } from '../stages';
import { every, notApplicable, proved, underWay, missing, type Check } from './self-check';

const id = ({ id: problemId }: ReadonlyProblem): string => problemId;

/** D-3: the list is confirmed, every problem on it has somebody responsible and something to do. */
export const threeLists: Check = ({ campaign, today }) =>
  every(includedProblems(campaign), {
    id,
    isGood: ({ fixType, plan }) =>
      campaign.listed !== null && fixType !== null && (plan?.measures.length ?? 0) > 0,
    isThereTime: today <= stageOf(campaign, 'measures').endOn,
    none: 'noProblem',
  });

/** D-7: what it is, why, what is done about it, who leads, who does it, and by when. */
export const completeness: Check = ({ campaign, today }) =>
  every(includedProblems(campaign), {
    id,
    isGood: (problem) => {
      const { title, plan, dueOn } = problem;
      const texts = [title, plan?.rootCause ?? '', plan?.target ?? ''];
      const named = [lead(campaign, problem), owner(campaign, problem)];
      return (
        texts.every((text) => text.trim() !== '') &&
        (plan?.measures.length ?? 0) > 0 &&
        named.every(({ person, posts }) => person !== null || posts.length > 0) &&
        dueOn !== null
      );
    },
    isThereTime: today <= stageOf(campaign, 'measures').endOn,
    none: 'noProblem',
  });

/** D-8: with the stage of rectification its calendar is issued: what is owed until when stands in everybody’s list. */
export const calendar: Check = ({ campaign, today }) => {
  const stage = stageOf(campaign, 'deadlines');
  if (stage.closed?.how === 'noProblem') return notApplicable('noProblem');
  const dated = datedKeys(campaign.dated).filter((key) =>
    ['finishMeasure:', 'claimCompletion:'].some((kind) => key.startsWith(kind)),
  );
  if (stage.announcedOn !== null && dated.length > 0) return proved(dated);
  return today <= stage.startOn || stage.announcedOn === null
    ? underWay(['deadlines'])
    : missing(['deadlines']);
};
