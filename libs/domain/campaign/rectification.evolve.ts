import { unreachable, type CivilDate, type Recorded } from '../kernel/kernel';
import type { CampaignState, Problem } from './campaign.state';
import { addOnce, coversLead, deed, person, persons } from './doer';
import type { MovedMeasure, RectificationEvent } from './rectification.events';
import type { GivenDate } from './rectification.state';
import { evolveClosing, type LateEvent } from './closing.evolve';
import { giveDate, giveMeasuresDates } from './given-dates';
import { evolveSustained, keepUp, type SustainedEvent } from './sustained.evolve';
import { contentChanged, numbersChanged } from './stage.evolve';
import { withdrawStep } from './withdrawal.evolve';

/** What becomes of a problem by an extension, by granted days and by a plan that is to replace another. */
export const evolveRectification = (
  draft: CampaignState,
  at: Problem,
  { type, data }: RectificationEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'ExtensionRequested': {
      const { reason, progress, dueOn, late, requestHash: hash, on } = data;
      const by = person(recorded);
      at.extension = { reason, progress, dueOn, late, hash, by, on, approvals: [] };
      at.extensionRound += 1;
      addOnce(at.doers, ...persons(recorded));
      return;
    }
    case 'ExtensionGranted':
      at.extension?.approvals.push({ ...deed(recorded, data), step: data.step, dueOn: data.dueOn });
      if (coversLead(draft, data)) addOnce(at.leads, ...persons(recorded));
      if (!data.last) return;
      at.extended.push({ on: data.on, dueOn: data.dueOn, late: at.extension?.late ?? false });
      return moveDates(draft, at, data, 'extended');
    case 'ExtensionRefused':
      at.extension = null;
      return;
    case 'DaysGranted':
      if (data.of === 'problem') return moveDates(draft, at, data, 'returned');
      at.planDueOn = data.dueOn;
      return;
    case 'PlanAmended': {
      const { reason, rootCause, target, planHash: hash, on } = data;
      const measures = data.measures.map((measure) => ({ ...measure }));
      const by = person(recorded);
      at.amendment = { reason, rootCause, target, measures, hash, by, on, approvals: [] };
      at.planRound += 1;
      addOnce(at.doers, ...persons(recorded));
      for (const { owner } of measures) if (owner !== null) addOnce(at.doers, owner);
      return;
    }
    case 'CheckRecorded':
    case 'PublicNoticePosted':
    case 'ObjectionRecorded':
    case 'ProblemReopened':
    case 'ProblemTerminated':
      return evolveClosing(draft, at, { type, data } as LateEvent, recorded);
    case 'ReviewRecorded':
    case 'SustainedEnded':
      return evolveSustained(draft, at, { type, data } as SustainedEvent, recorded);
    case 'StepWithdrawn':
      return withdrawStep(draft, at, data);
    default:
      return unreachable(type);
  }
};

interface Move {
  readonly dueOn: CivilDate;
  readonly measures: readonly MovedMeasure[];
  readonly on: CivilDate;
}

const moveDates = (
  draft: CampaignState,
  at: Problem,
  { dueOn, measures, on }: Move,
  why: GivenDate['why'],
): void => {
  // A request asked from the date that stood; from another it would have to be asked anew.
  at.extension = null;
  giveDate(at, null, dueOn, why, on);
  for (const { measureId, dueOn: moved } of measures) giveDate(at, measureId, moved, why, on);
  contentChanged(draft, 'measures');
};

/** What was approved replaces the plan; a measure that stays keeps what was done for it. */
export const replacePlan = (draft: CampaignState, at: Problem, on: CivilDate): void => {
  const { amendment, plan } = at;
  if (!amendment || !plan) return;
  const { rootCause, target, hash, by, approvals } = amendment;
  const measures = amendment.measures.map((measure) => {
    const known = plan.measures.find(({ id }) => id === measure.id);
    return { ...measure, finished: known?.finished ?? null, progress: known?.progress ?? 0 };
  });
  const stays = new Set(measures.map(({ id }) => id));
  at.retired.push(...plan.measures.map(({ id }) => id).filter((id) => !stays.has(id)));
  at.plan = { rootCause, target, measures, dueOn: plan.dueOn, hash, by, approvals };
  at.amendment = null;
  giveMeasuresDates(at, on);
  keepUp(at, on);
  contentChanged(draft, 'measures');
  contentChanged(draft, 'deadlines');
  numbersChanged(draft);
};
