import { accept, refuse, type Decision } from '../kernel/kernel';
import { basisHash as hashOfBasis } from './basis';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { reopening } from './decide.reopening';
import { examiner, sampler } from './duties';
import { drawnOn, population, populationBasis } from './look-back';
import type { LookBackData } from './look-back.commands';
import { rulesOf } from './rectification.state';
import { draw, sampleSize, seedOf } from './sampling';
import { hasStage, isStageOpen, opensOn, stageOf } from './stages';

/**
 * 抽样: which of the closed problems are looked back on. Whoever draws has nothing to choose: the seed is made of the
 * sign-off's hash, the population is what was shown, the size is data of the plan (docs/sampling.md).
 */
export const drawSample = (
  campaign: Campaign,
  data: LookBackData<'DrawSample'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, sampler(campaign), context);
  if (!allowed.ok) return allowed;
  if (!hasStage(campaign, 'lookBack')) return refuse('STAGE_NOT_PLANNED');
  const on = today(context);
  const over = stageOf(campaign, 'lookBack').closed?.on ?? drawnOn(campaign);
  if (over) return refuse('ALREADY_DECIDED', { params: { on: over } });
  const { signOffHash } = context;
  if (!isStageOpen(campaign, 'lookBack', on) || campaign.signedOffOn === null || signOffHash === undefined) {
    return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, 'lookBack') ?? '' } });
  }
  const ids = population(campaign).map(({ id }) => id);
  if (ids.length === 0) return refuse('NOTHING_TO_SAMPLE');
  const basis = populationBasis(campaign);
  const basisHash = hashOfBasis(basis);
  if (basisHash !== data.basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const round = campaign.samples.length + 1;
  const seed = seedOf(signOffHash, round);
  const { percent, atLeast } = rulesOf(campaign).sampling;
  const drawn = draw(seed, ids, sampleSize({ percent, atLeast }, ids.length));
  const sample = { round, algorithm: 'sample@1' as const, signOffHash, seed, percent, atLeast };
  return accept<CampaignEvent>(
    [{ type: 'SampleDrawn', data: { ...sample, basis, basisHash, drawn, on } }],
    allowed.as,
  );
};

/** 未反弹 or 反弹, by somebody who had no part in it. A relapse is reopened with it, linked to its first closing. */
export const recordVerdict = (
  campaign: Campaign,
  { problemId, round, verdict, looked, evidence }: LookBackData<'RecordVerdict'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, examiner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  const known = problem.verdicts.find((given) => given.round === round);
  if (known) return refuse('ALREADY_DECIDED', { params: { on: known.on } });
  if (problem.sampled === 0 || problem.sampled !== round) return refuse('NOT_SAMPLED');
  const { closed } = stageOf(campaign, 'lookBack');
  if (closed) return refuse('ALREADY_DECIDED', { params: { on: closed.on } });
  if (problem.status !== 'closed') return refuse('NOT_CLOSED');
  const events: CampaignEvent[] = [
    { type: 'VerdictRecorded', data: { problemId, round, verdict, looked, evidence, on: today(context) } },
  ];
  if (verdict === 'relapsed')
    events.push(reopening(campaign, problem, { cause: 'lookBack', reason: looked }, context));
  return accept(events, allowed.as);
};
