import { addDays, isCivilDate, latestDate } from '../calendar/civil-date';
import { addDuration } from '../calendar/working-calendar';
import { hashOf } from '../kernel/hash';
import { accept, refuse, type CivilDate, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign, type ReadonlyProblem } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { nextInChain } from './decide.plan-chain';
import { owner, planStep } from './duties';
import { movedMeasures } from './moved-measures';
import type { RectificationData } from './rectification.commands';
import { extendedSince, rulesOf } from './rectification.state';

/**
 * 延期: asked by the owner before the due day, with reason, progress and the new date; at most as often, and together no
 * longer, than the plan allows. A late request is refused, or recorded as late where the plan says so (domain.md §4.4).
 */
export const requestExtension = (
  campaign: Campaign,
  { problemId, reason, progress, dueOn }: RectificationData<'RequestExtension'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const allowed = permit(campaign, owner(campaign, problem), context);
  if (!allowed.ok) return allowed;
  if (problem.status !== 'rectifying' || problem.dueOn === null) return refuse('NOT_RECTIFYING');
  if (problem.extension) return refuse('EXTENSION_PENDING', { params: { on: problem.extension.on } });
  const { lateRequest, maxCount } = rulesOf(campaign).extension;
  if ((extendedSince(problem)?.granted ?? 0) >= maxCount)
    return refuse('EXTENSIONS_USED', { params: { max: maxCount } });
  const on = today(context);
  const late = on >= problem.dueOn;
  if (late && lateRequest === 'refuse')
    return refuse('EXTENSION_TOO_LATE', { params: { dueOn: problem.dueOn } });
  const wrong = dateAtFault(campaign, problem, dueOn, context);
  if (wrong) return wrong;
  const round = problem.extensionRound + 1;
  const requestHash = hashOf({ problemId, round, reason, progress, from: problem.dueOn, dueOn });
  return accept<CampaignEvent>(
    [{ type: 'ExtensionRequested', data: { problemId, reason, progress, dueOn, late, requestHash, on } }],
    allowed.as,
  );
};

/** After the present day and not in the past, within the cap counted from the day that extensions began from. */
const dateAtFault = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  dueOn: CivilDate,
  context: CampaignContext,
) => {
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  const present = problem.dueOn ?? today(context);
  const start = latestDate(addDays(present, 1), today(context));
  if (dueOn < start) return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start } });
  const { cumulativeCap } = rulesOf(campaign).extension;
  const from = extendedSince(problem)?.from ?? present;
  const latest = addDuration(context.calendar, from, cumulativeCap, 'none').date;
  return dueOn > latest ? refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } }) : null;
};

/**
 * One step of the chain, which is the plan's own: lead, then secretary. It names the new date: the one asked for or an
 * earlier one, never later than the step before named. With the last step it holds, and open measures move as far.
 */
export const grantExtension = (
  campaign: Campaign,
  { problemId, basisHash, dueOn }: RectificationData<'GrantExtension'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = extensionTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  const { problem, extension, step, allowed } = turn;
  if (!isCivilDate(dueOn)) return refuse('INVALID', { field: 'dueOn' });
  const start = addDays(problem.dueOn ?? dueOn, 1);
  if (dueOn < start) return refuse('DUE_BEFORE_START', { field: 'dueOn', params: { start } });
  const latest = extension.approvals.at(-1)?.dueOn ?? extension.dueOn;
  if (dueOn > latest) return refuse('DUE_TOO_LATE', { field: 'dueOn', params: { latest } });
  const last = nextInChain(campaign, problem, step, context) === null;
  const measures = last ? movedMeasures(problem, dueOn) : [];
  return accept<CampaignEvent>(
    [
      {
        type: 'ExtensionGranted',
        data: { problemId, step, last, dueOn, measures, basisHash, on: today(context) },
      },
    ],
    allowed.as,
  );
};

/** A refusal names its reason and does not stop the clock: the date stays as it was all along. */
export const refuseExtension = (
  campaign: Campaign,
  { problemId, basisHash, reason }: RectificationData<'RefuseExtension'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const turn = extensionTurn(campaign, problemId, basisHash, context);
  if (!turn.ok) return turn;
  const { step, allowed } = turn;
  return accept<CampaignEvent>(
    [{ type: 'ExtensionRefused', data: { problemId, step, reason, basisHash, on: today(context) } }],
    allowed.as,
  );
};

/** Whose turn the request is, and whether it is the one that was shown. */
const extensionTurn = (
  campaign: Campaign,
  problemId: string,
  basisHash: string,
  context: CampaignContext,
) => {
  const problem = problemOf(campaign, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const { extension } = problem;
  const step = extension?.approvals.length ?? 0;
  const allowed = permit(campaign, planStep(campaign, problem, step), context);
  if (!allowed.ok) return allowed;
  if (!extension) return refuse('EXTENSION_MISSING');
  if (extension.hash !== basisHash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ok: true as const, problem, extension, step, allowed };
};
