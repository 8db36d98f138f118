import { accept, refuse, type Decision } from '../kernel/kernel';
import { inPortions } from '../kernel/portions';
import type { CampaignEvent, IssuedRung } from './campaign.events';
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

/**
 * So many rungs are issued at a time, those of one obligation always together: each is a row for delivery and a line of
 * the record, and while they are written nobody else's command on the campaign is. The process issues the rest next.
 */
const MOST_ISSUED = 50;

/** Issues rungs that have fallen due and were not issued, many in one event, and drafts the letters they ask for. */
export const issueReminders = (campaign: Campaign, context: CampaignContext): Decision<CampaignEvent> => {
  if (context.actor.kind !== 'system') return refuse('NOT_YOURS');
  const on = today(context);
  const rungs = firstOf(dueRungs(campaign, context.now, context.calendar));
  if (rungs.length === 0) return accept<CampaignEvent>([]);
  return accept<CampaignEvent>([
    { type: 'RemindersIssued', data: { rungs, on } },
    ...draftsOf(campaign, rungs, on),
  ]);
};

/** The first of them, cut between two obligations: of one obligation's the earlier are merged into the latest. */
const firstOf = (rungs: readonly IssuedRung[]): readonly IssuedRung[] => {
  const cut = rungs.findIndex(({ key }, at) => at >= MOST_ISSUED && key !== rungs[at - 1]?.key);
  return cut === -1 ? rungs : rungs.slice(0, cut);
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
