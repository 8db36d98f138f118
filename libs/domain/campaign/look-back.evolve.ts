import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignState } from './campaign.state';
import { addOnce, deed, persons } from './doer';
import type { LookBackEvent } from './look-back.events';

export const evolveLookBack = (
  draft: CampaignState,
  { type, data }: LookBackEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'SampleDrawn': {
      const { round, algorithm, signOffHash, seed, percent, atLeast, basis, basisHash, drawn } = data;
      const population = (basis.content as readonly (readonly [number, string])[]).map(([, id]) => id);
      const by = deed(recorded, data);
      draft.samples.push({
        ...{ round, algorithm, signOffHash, seed, percent, atLeast, basisHash, population, by },
        drawn: [...drawn],
      });
      for (const id of drawn) {
        const problem = draft.problems[id];
        if (problem) problem.sampled = round;
      }
      return;
    }
    case 'VerdictRecorded': {
      const problem = draft.problems[data.problemId];
      if (!problem) throw new Error(`the log judges what was never reported: ${data.problemId}`);
      const { round, verdict, looked, evidence } = data;
      problem.verdicts.push({ ...deed(recorded, data), round, verdict, looked, evidence });
      addOnce(problem.examiners, ...persons(recorded));
      return;
    }
    default:
      return unreachable(type);
  }
};
