import type { EventData, StageInUse } from './campaign.events';
import type { CampaignState, Stage } from './campaign.state';

/** Throws where the log names a stage that the plan has not: a broken log, not a refusal. */
export const draftStage = (draft: CampaignState, kind: StageInUse): Stage => {
  const found = draft.stages.find((at) => at.kind === kind);
  if (!found) throw new Error(`the log names a stage that the plan has not: ${kind}`);
  return found;
};

/** The content is another question now: the chain begins again in a new round; earlier approvals stay facts of the log. */
export const restartChain = (at: Stage): void => {
  at.round += 1;
  at.approvals = [];
};

/** What the stage itself confirms has to be confirmed again. */
export const returnStage = (draft: CampaignState, kind: StageInUse): void => {
  restartChain(draftStage(draft, kind));
  if (kind === 'screening') draft.screening = null;
  if (kind === 'problemList') Object.assign(draft, { listed: null, vote: null });
  if (kind === 'summary') draft.summarised = null;
};

/** A claim taken back changes what `deadlines` approves, so its chain begins again (domain.md §4.3). */
export const claimTakenBack = (draft: CampaignState): void => {
  const deadlines = draftStage(draft, 'deadlines');
  if (deadlines.closed === null) restartChain(deadlines);
};

/** What a closed stage still owed is owed no more: obligations are read from the stages that are open. */
export const closeStage = (
  draft: CampaignState,
  { stage, how, reason, on }: EventData<'StageClosed'>,
): void => {
  draftStage(draft, stage).closed = { on, how, ...(reason === undefined ? {} : { reason }) };
  endIfOver(draft);
};

/** A campaign is over when it is signed off and every stage of its plan is closed, summary and look-back included. */
export const endIfOver = (draft: CampaignState): void => {
  if (draft.signedOffOn === null || draft.stages.some(({ closed }) => closed === null)) return;
  draft.status = 'signedOff';
};
