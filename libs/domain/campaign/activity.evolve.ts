import { unreachable, type Recorded } from '../kernel/kernel';
import { activityId } from './activities';
import type { ActivityEvent } from './activity.events';
import type { ActivityState } from './activity.state';
import type { CampaignState } from './campaign.state';
import { person } from './doer';
import { endIfOver, rulesChanged } from './stage.evolve';

export const noActivities = (): ActivityState => ({ activities: {}, pledge: null, rulesMade: [] });

/** What becomes of activities, pledges and rules made. */
export const evolveActivity = (
  draft: CampaignState,
  { type, data }: ActivityEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'ActivityPlanned': {
      const { kind, nth, plannedOn } = data;
      draft.activities[activityId(kind, nth)] = { kind, nth, plannedOn, held: null };
      return;
    }
    case 'ActivityHeld': {
      const at = draft.activities[activityId(data.kind, data.nth)];
      if (at) at.held = { on: data.heldOn, people: data.people };
      return;
    }
    case 'PledgeTextDrafted': {
      const { version, text, textHash: hash, people, on: draftedOn } = data;
      const { signed = {}, compared = {} } = draft.pledge ?? {};
      draft.pledge = { version, text, hash, draftedOn, people: [...people], signed, compared };
      return;
    }
    case 'PledgeSigned':
      if (draft.pledge) draft.pledge.signed[person(recorded)] = { hash: data.basisHash, on: data.on };
      return;
    case 'PledgeCompared': {
      const { person: of, basisHash: hash, verdict, reason, on } = data;
      if (draft.pledge) draft.pledge.compared[of] = { hash, verdict, reason, on };
      return endIfOver(draft);
    }
    case 'RuleMadeRegistered': {
      const { number, title, effectiveOn, problemId, on } = data;
      draft.rulesMade.push({ number, title, effectiveOn, problemId, registeredOn: on, retired: null });
      return rulesChanged(draft);
    }
    case 'RuleMadeRetired': {
      const rule = draft.rulesMade.find(({ number }) => number === data.number);
      if (rule) rule.retired = { on: data.on, reason: data.reason };
      return rulesChanged(draft);
    }
    default:
      return unreachable(type);
  }
};
