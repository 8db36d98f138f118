import { accept, refuse, type Decision } from '../kernel/kernel';
import { basisHash as hashOfBasis, stageBasis } from './basis';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent, StageInUse } from './campaign.events';
import { includedProblems, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { isExitMet } from './exit-conditions';
import { openLink } from './links';
import {
  chainLength,
  hasStage,
  isStageOpen,
  nextStep,
  opensOn,
  signOffStep,
  stageOf,
  stepHolder,
} from './stages';

/**
 * One step of a stage's chain, in its order. The last one closes the stage; of `signOff` the secretary's step is
 * SignOffCampaign, and a supervisor's step after it, where the plan asks for one, signs the campaign off.
 */
export const approveStage = (
  campaign: Campaign,
  { stage, basisHash, opinion = '' }: CommandData<'ApproveStage'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = stageTurn(campaign, stage, basisHash, context);
  if (!turn.ok) return turn;
  if (stage === 'signOff' && turn.step === signOffStep(campaign)) return refuse('USE_SIGN_OFF');
  const open = stage === 'signOff' && turn.isLast ? linkedProblemOpen(campaign, context) : null;
  return (
    open ?? accept(approved(campaign, { stage, basisHash, opinion }, turn, today(context)), turn.allowed.as)
  );
};

type Turn = Extract<ReturnType<typeof stageTurn>, { ok: true }>;

const approved = (
  campaign: Campaign,
  { stage, basisHash, opinion = '' }: CommandData<'ApproveStage'>,
  { step, basis, isLast }: Turn,
  on: string,
): CampaignEvent[] => {
  const events: CampaignEvent[] = [
    { type: 'StageStepApproved', data: { stage, step, opinion, basis, basisHash, on } },
  ];
  if (!isLast) return events;
  events.push({ type: 'StageClosed', data: { stage, how: 'approved', on } });
  if (stage === 'signOff') events.push({ type: 'CampaignSignedOff', data: { basis, basisHash, on } });
  return [...events, ...closedAsVacuous(campaign, stage, on)];
};

/** With no problem the last approval of screening closes what is empty without one, visibly as 无问题 (rulings §2). */
const closedAsVacuous = (campaign: Campaign, stage: StageInUse, on: string): CampaignEvent[] =>
  stage === 'screening' && includedProblems(campaign).length === 0
    ? campaign.plan.stages
        .filter(({ vacuousWhenNoProblem }) => vacuousWhenNoProblem)
        .map(({ kind }) => ({ type: 'StageClosed', data: { stage: kind, how: 'noProblem', on } }))
    : [];

export const returnStage = (
  campaign: Campaign,
  { stage, basisHash, reason }: CommandData<'ReturnStage'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = stageTurn(campaign, stage, basisHash, context);
  if (!turn.ok) return turn;
  return accept<CampaignEvent>(
    [{ type: 'StageReturned', data: { stage, step: turn.step, reason, on: today(context) } }],
    turn.allowed.as,
  );
};

/** The secretary signs the campaign off; it is signed off with the chain's last step, a supervisor's where one is asked. */
export const signOffCampaign = (
  campaign: Campaign,
  { basisHash }: CommandData<'SignOffCampaign'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const own = signOffStep(campaign);
  const turn = stageTurn(campaign, 'signOff', basisHash, context, own);
  if (!turn.ok) return turn;
  if (turn.step !== own)
    return turn.step < own
      ? refuse('CHAIN_NOT_FINISHED')
      : refuse('ALREADY_DECIDED', { params: { on: today(context) } });
  return (
    linkedProblemOpen(campaign, context) ??
    accept(approved(campaign, { stage: 'signOff', basisHash }, turn, today(context)), turn.allowed.as)
  );
};

/** What was linked is put right in its own campaign first: its stream says so, and no copy of it here. */
const linkedProblemOpen = (campaign: Campaign, { linked = {} }: CampaignContext) => {
  const code = openLink(campaign, linked);
  return code === null ? null : refuse('LINKED_PROBLEM_OPEN', { params: { code } });
};

/**
 * Whose turn a stage's chain is, whether its exit rule is met, and whether it is the content that was shown. `asStep`:
 * the command belongs to just this step, whichever's turn it is. Who took part in the chain hears that it is decided.
 */
const stageTurn = (
  campaign: Campaign,
  stage: StageInUse,
  basisHash: string,
  context: CampaignContext,
  asStep?: number,
) => {
  if (!hasStage(campaign, stage)) return refuse('STAGE_NOT_PLANNED', { field: 'stage' });
  const at = stageOf(campaign, stage);
  const basis = stageBasis(campaign, stage);
  const hash = hashOfBasis(basis);
  const last = chainLength(campaign, stage) - 1;
  const step = Math.min(nextStep(at, hash), last);
  const allowed = permit(campaign, stepHolder(campaign, stage, asStep ?? step), context);
  const { actor } = context;
  const mine = at.approvals.find(
    (given) =>
      actor.kind === 'person' &&
      given.by === actor.personId &&
      (asStep === undefined || given.step === asStep),
  );
  if (!allowed.ok && (!mine || (!at.closed && basisHash !== hash))) return allowed;
  if (at.closed) return refuse('ALREADY_DECIDED', { params: { on: at.closed.on } });
  if (!allowed.ok) return refuse('ALREADY_DECIDED', { params: { on: mine?.on ?? '' } });
  if (!isStageOpen(campaign, stage, today(context))) {
    return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, stage) ?? '' } });
  }
  if (!isExitMet(campaign, stage)) return refuse('EXIT_NOT_MET');
  if (hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ok: true as const, step, basis, allowed, isLast: step === last };
};
