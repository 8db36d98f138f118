import { accept, refuse, type Decision } from '../kernel/kernel';
import { inPortions } from '../kernel/portions';
import type { CampaignEvent } from './campaign.events';
import { unannouncedStages } from './campaign.process';
import type { Campaign } from './campaign.state';
import { draftsOf } from './letter-drafts';
import { dueRungs } from './open-ladders';
import { today, type CampaignContext } from './context';
import { recomputation } from './recompute';

/** Announces the stages that are open; the process's deed, decided again from the log. */
export const openStages = (campaign: Campaign, context: CampaignContext): Decision<CampaignEvent> => {
  if (context.actor.kind !== 'system') return refuse('NOT_YOURS');
  const on = today(context);
  return accept<CampaignEvent>(
    unannouncedStages(campaign, on).map((stage) => ({ type: 'StageOpened', data: { stage, on } })),
  );
};

/** Issues every rung that has fallen due and was not issued, many in one event, and drafts the letters they ask for. */
export const issueReminders = (campaign: Campaign, context: CampaignContext): Decision<CampaignEvent> => {
  if (context.actor.kind !== 'system') return refuse('NOT_YOURS');
  const on = today(context);
  const rungs = dueRungs(campaign, context.now, context.calendar);
  return accept<CampaignEvent>(
    rungs.length === 0
      ? []
      : [
          ...inPortions(rungs).map((some): CampaignEvent => ({
            type: 'RemindersIssued',
            data: { rungs: some, on },
          })),
          ...draftsOf(campaign, rungs, on),
        ],
  );
};

/** Each says what it was and what it is, so fewer go into one event. */
const MOST_RECOMPUTED = 100;

/** Reckons anew what the present calendar moves; nothing where nothing rests on what has changed. */
export const recomputeDates = (campaign: Campaign, context: CampaignContext): Decision<CampaignEvent> => {
  if (context.actor.kind !== 'system') return refuse('NOT_YOURS');
  const on = today(context);
  const moved = recomputation(campaign, context.calendar, on);
  if (!moved) return accept([]);
  const [first = [], ...others] = inPortions(moved.obligations, MOST_RECOMPUTED);
  const more = others.map((obligations) => ({ ...moved, days: [], stages: [], obligations }));
  return accept<CampaignEvent>(
    [{ ...moved, obligations: first }, ...more].map((dates) => ({
      type: 'DatesRecomputed',
      data: { ...dates, on },
    })),
  );
};
