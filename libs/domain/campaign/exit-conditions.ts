import type { ExitCondition } from '../template/template.definition';
import { isAskedOfStageDone, rulesInForce } from './activities';
import { basisHash, summaryBasis, summaryBasis1 } from './basis';
import type { StageInUse } from './campaign.events';
import { allItems, awaitingVote, liveProblems, type Campaign, type ReadonlyProblem } from './campaign.state';
import { awaitsVerdict, isSampleDrawn } from './look-back';
import { hasStage, plannedStage, predecessorOf, stageOf } from './stages';

const everyItem = (campaign: Campaign, holds: (answer: string | undefined) => boolean): boolean =>
  allItems(campaign).every(({ code }) => holds(campaign.answers[code]?.answer));

const everyProblem = (campaign: Campaign, holds: (problem: ReadonlyProblem) => boolean): boolean =>
  liveProblems(campaign).every(holds);

/**
 * Each named exit condition of a stage; which stage asks for which is data of the plan. A condition about something that
 * a campaign has none of – activities, extensions, rules made, something to look back on – is met by being empty.
 */
export const exitCondition: { readonly [name in ExitCondition]: (campaign: Campaign) => boolean } = {
  // The plan names its posts; who holds them is resolved when they act.
  leadingGroupNamed: () => true,
  everyAspectAssigned: ({ plan }) => plan.aspects.every(({ owner }) => owner.length > 0),
  mobilisationActivitiesHeld: (campaign) => isAskedOfStageDone(campaign, 'mobilisation'),

  everyItemAnswered: (campaign) => everyItem(campaign, (answer) => answer !== undefined),
  noItemToCheck: (campaign) => everyItem(campaign, (answer) => answer !== 'toCheck'),
  everyProblemTriaged: ({ order, problems }) => order.every((id) => problems[id]?.status !== 'reported'),
  screeningConfirmedOrNilReturnSigned: ({ screening }) => screening !== null,

  listConfirmedByVote: (campaign) => campaign.listed !== null && awaitingVote(campaign).length === 0,
  everyListedProblemIssued: (campaign) => everyProblem(campaign, ({ fixType }) => fixType !== null),

  everyProblemAcknowledged: (campaign) => everyProblem(campaign, ({ status }) => status !== 'issued'),
  everyPlanApprovedOrImmediate: (campaign) =>
    everyProblem(campaign, ({ status }) => !['included', 'acknowledged', 'planSubmitted'].includes(status)),
  everyPlanHasDeadline: (campaign) => everyProblem(campaign, ({ dueOn }) => dueOn !== null),

  everyProblemClaimedOrSustained: (campaign) =>
    everyProblem(campaign, ({ status }) =>
      ['claimed', 'reviewed', 'accepted', 'noticed', 'closed', 'sustained'].includes(status),
    ),

  // What was found late is triaged and, where the list was settled, confirmed by its own vote before.
  everyProblemClosedOrSustained: (campaign) =>
    Object.values(campaign.problems).every(({ status }) => status !== 'reported') &&
    everyProblem(
      campaign,
      ({ status, awaitsVote }) => (status === 'closed' || status === 'sustained') && !awaitsVote,
    ),
  noExtensionOrReturnOpen: (campaign) => everyProblem(campaign, ({ extension }) => extension === null),

  reportApproved: (campaign) => isSummaryApproved(campaign),
  // Registered each under its number; where there is none, the approved summary says so.
  rulesMadeRegisteredOrNone: (campaign) => rulesInForce(campaign).length > 0 || isSummaryApproved(campaign),

  sampleDrawn: isSampleDrawn,
  everySampledProblemJudged: (campaign) => everyProblem(campaign, (problem) => !awaitsVerdict(problem)),
};

/** The numbers were approved, and are still those: another content undoes the approval (domain.md §4.3). */
export const isSummaryApproved = (campaign: Campaign): boolean => {
  const approved = campaign.summarised?.basisHash;
  if (approved === undefined) return false;
  return [summaryBasis(campaign), summaryBasis1(campaign)].some((basis) => basisHash(basis) === approved);
};

/**
 * The exit rule of a stage, without its approvals: what must be so before the chain may sign. A stage that opened with
 * another ends after it.
 */
export const isExitMet = (campaign: Campaign, kind: StageInUse): boolean => {
  const planned = plannedStage(campaign, kind);
  if (!planned || !hasStage(campaign, kind)) return false;
  const beside = planned.opens.on === 'opened' ? predecessorOf(campaign, kind) : undefined;
  if (beside && stageOf(campaign, beside.kind).closed === null) return false;
  return planned.exit.every((name) => exitCondition[name](campaign));
};
