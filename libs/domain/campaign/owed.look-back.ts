import { basisHash } from './basis';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import * as duties from './duties';
import { awaitsVerdict, isSampleDrawn, population, populationBasis } from './look-back';
import { act, owe, type Owed } from './owe';
import { hasStage, opensOn, stageOf } from './stages';

const isOver = (campaign: Campaign): boolean =>
  !hasStage(campaign, 'lookBack') || stageOf(campaign, 'lookBack').closed !== null;

/** The draw, from the opening of its stage on, while there is something to draw from. */
export const owedForSample = (campaign: Campaign): Owed[] => {
  if (isOver(campaign) || campaign.signedOffOn === null || isSampleDrawn(campaign)) return [];
  const from = opensOn(campaign, 'lookBack');
  if (from === null || population(campaign).length === 0) return [];
  return [
    owe(
      campaign,
      'drawSample',
      { type: 'stage', id: 'lookBack' },
      {
        round: campaign.sampleRound,
        holder: duties.sampler(campaign),
        from,
        action: act('DrawSample', { basisHash: basisHash(populationBasis(campaign)) }),
      },
    ),
  ];
};

/** A verdict on each problem that was drawn, once it stands closed. `round` counts its claims: closed anew, asked anew. */
export const owedForVerdict = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  if (isOver(campaign) || !awaitsVerdict(problem)) return [];
  const { id: problemId, sampled, claimRound } = problem;
  return [
    owe(
      campaign,
      'giveLookBackVerdict',
      { type: 'problem', id: `${problemId}#${sampled}`, problemId },
      {
        round: claimRound,
        holder: duties.examiner(campaign, problem),
        action: act('RecordVerdict', { problemId, round: sampled }),
      },
    ),
  ];
};
