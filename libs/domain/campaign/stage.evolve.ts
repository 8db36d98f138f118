import { pledgesToCompare } from './activities';
import type { EventData, StageInUse } from './campaign.events';
import type { CampaignState, Problem, Stage } from './campaign.state';

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
  // Verdicts stand; whoever finds a look-back wanting asks for another sample.
  if (kind === 'lookBack') draft.sampleRound = draft.samples.length + 1;
};

/** What a stage's chain is signing has become another content: nobody signs half of each (domain.md §4.3). */
export const contentChanged = (draft: CampaignState, kind: StageInUse): void => {
  const at = draft.stages.find((stage) => stage.kind === kind);
  if (at?.closed === null) restartChain(at);
};

/** After the sign-off the numbers of the result sentence are what summary and look-back sign. */
export const numbersChanged = (draft: CampaignState): void => {
  if (draft.signedOffOn === null) return;
  contentChanged(draft, 'summary');
  contentChanged(draft, 'lookBack');
};

/** The summary names the rules made. */
export const rulesChanged = (draft: CampaignState): void => contentChanged(draft, 'summary');

/** What a closed stage still owed is owed no more: obligations are read from the stages that are open. */
export const closeStage = (
  draft: CampaignState,
  { stage, how, reason, on }: EventData<'StageClosed'>,
): void => {
  draftStage(draft, stage).closed = { on, how, ...(reason === undefined ? {} : { reason }) };
  endIfOver(draft);
};

/** A claim taken back changes what `deadlines` approves, so its chain begins again (domain.md §4.3). */
export const claimTakenBack = (draft: CampaignState): void => contentChanged(draft, 'deadlines');

/**
 * A campaign is over when it is signed off, every stage, summary and look-back included, is closed, no problem is under way
 * – a reopened one, or one that is kept up, keeps it open – and no pledge waits for the year's end.
 */
export const endIfOver = (draft: CampaignState): void => {
  const isSignedOff = draft.signedOffOn !== null && draft.stages.every(({ closed }) => closed !== null);
  if (!isSignedOff || pledgesToCompare(draft).length > 0) return;
  if (Object.values(draft.problems).every(isOver)) draft.status = 'signedOff';
};

const isOver = ({ number, goneInto, status }: Problem): boolean =>
  number === null || goneInto !== null || status === 'closed' || status === 'terminated';
