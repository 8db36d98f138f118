import { accept, refuse, type Decision } from '../kernel/kernel';
import { basisHash as hashOfBasis, stageBasis } from './basis';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent, StageInUse } from './campaign.events';
import { includedProblems, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import {
  chainLength,
  currentStage,
  isExitMet,
  isStageOpen,
  nextStep,
  opensOn,
  stageOf,
  stepHolder,
} from './stages';

/** One step of a stage's chain, in its order. The last one closes the stage; `signOff` is closed by SignOffCampaign. */
export const approveStage = (
  campaign: Campaign,
  { stage, basisHash, opinion = '' }: CommandData<'ApproveStage'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = stageTurn(campaign, stage, basisHash, context);
  if (!turn.ok) return turn;
  const { step, basis, allowed, isLast } = turn;
  if (stage === 'signOff' && isLast) return refuse('USE_SIGN_OFF');
  const on = today(context);
  const approved: CampaignEvent = {
    type: 'StageStepApproved',
    data: { stage, step, opinion, basis, basisHash, on },
  };
  if (!isLast) return accept<CampaignEvent>([approved], allowed.as);
  const closed: CampaignEvent = { type: 'StageClosed', data: { stage, how: 'approved', on } };
  return accept<CampaignEvent>([approved, closed, ...closedAsVacuous(campaign, stage, on)], allowed.as);
};

/** With no problem the last approval of screening closes the middle three as well, visibly as 无问题 (rulings §2). */
const closedAsVacuous = (campaign: Campaign, stage: StageInUse, on: string): CampaignEvent[] =>
  stage === 'screening' && includedProblems(campaign).length === 0
    ? (['problemList', 'measures', 'deadlines'] as const).map((vacuous) => ({
        type: 'StageClosed',
        data: { stage: vacuous, how: 'noProblem', on },
      }))
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

/** The campaign's sign-off is the last step of the last chain. */
export const signOffCampaign = (
  campaign: Campaign,
  { basisHash }: CommandData<'SignOffCampaign'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = stageTurn(campaign, 'signOff', basisHash, context, chainLength(campaign, 'signOff') - 1);
  if (!turn.ok) return turn;
  if (!turn.isLast) return refuse('CHAIN_NOT_FINISHED');
  const on = today(context);
  const { step, basis } = turn;
  return accept<CampaignEvent>(
    [
      { type: 'StageStepApproved', data: { stage: 'signOff', step, opinion: '', basis, basisHash, on } },
      { type: 'StageClosed', data: { stage: 'signOff', how: 'approved', on } },
      { type: 'CampaignSignedOff', data: { basis, basisHash, on } },
    ],
    turn.allowed.as,
  );
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
  const at = stageOf(campaign, stage);
  const basis = stageBasis(campaign, stage);
  const hash = hashOfBasis(basis);
  const last = chainLength(campaign, stage) - 1;
  const step = Math.min(nextStep(at, hash), last);
  const allowed = permit(campaign, stepHolder(campaign, stage, asStep ?? step), context);
  const { actor } = context;
  const mine = at.approvals.find(({ by }) => actor.kind === 'person' && by === actor.personId);
  if (!allowed.ok && (!mine || (!at.closed && basisHash !== hash))) return allowed;
  if (at.closed) return refuse('ALREADY_DECIDED', { params: { on: at.closed.on } });
  if (!allowed.ok) return refuse('ALREADY_DECIDED', { params: { on: mine?.on ?? '' } });
  if (!isStageOpen(campaign, stage, today(context))) {
    return refuse('STAGE_NOT_OPEN', { params: { opensOn: opensOn(campaign, stage) ?? '' } });
  }
  if (currentStage(campaign)?.kind !== stage || !isExitMet(campaign, stage)) return refuse('EXIT_NOT_MET');
  if (hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ok: true as const, step, basis, allowed, isLast: step === last };
};
