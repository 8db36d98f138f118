import { accept, refuse, type Decision } from '../kernel/kernel';
import type { CampaignEvent } from './campaign.events';
import { problemOf, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext, type Permit } from './context';
import { screeningOver } from './decide.screening';
import { answerer, secretary } from './duties';
import type { LinkData } from './link.commands';
import { isSameLink } from './link.state';

/** What one campaign may link to: each campaign more is one more that its sign-off rests on. */
export const LINK_LIMITS = { links: 200, campaigns: 10 } as const;

/**
 * 关联: an item is found by a problem of another campaign of the unit, which is put right and counted there alone. By whom
 * the item's answer is owed, or the secretary, until the screening is confirmed; never at a clue item.
 */
export const linkProblem = (
  campaign: Campaign,
  { item, campaignId, problemId }: LinkData<'LinkProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const asked = itemToLink(campaign, item, context);
  if (!asked.ok) return asked;
  const { linked = {} } = context;
  const other = Object.hasOwn(linked, campaignId) ? linked[campaignId] : undefined;
  const isOther = other !== undefined && other.id === campaignId && other.unitId === campaign.unitId;
  if (!isOther || campaignId === campaign.id) return refuse('CAMPAIGN_UNKNOWN', { field: 'campaignId' });
  const problem = problemOf(other, problemId);
  if (!problem) return refuse('PROBLEM_UNKNOWN', { field: 'problemId' });
  const { code, terminated, goneInto } = problem;
  if (code === null) return refuse('NOT_INCLUDED', { field: 'problemId' });
  const gone = terminated ?? goneInto;
  if (gone) return refuse('ALREADY_DECIDED', { field: 'problemId', params: { on: gone.on } });
  if (campaign.links.some((link) => isSameLink(link, { item, campaignId, problemId })))
    return accept([], asked.as);
  const full = limitReached(campaign, campaignId);
  if (full !== null) return refuse('LIMIT_REACHED', { field: 'campaignId', params: { max: full } });
  const on = today(context);
  const isAnswered = campaign.answers[item]?.answer === 'problem';
  return accept<CampaignEvent>(
    [
      ...(isAnswered ? [] : [{ type: 'CheckItemAnswered', data: { item, answer: 'problem', on } } as const]),
      { type: 'ProblemLinked', data: { item, campaignId, problemId, code, on } },
    ],
    asked.as,
  );
};

/** A link made in error is taken back with a reason; an item that nothing else was found at is owed an answer again. */
export const unlinkProblem = (
  campaign: Campaign,
  { reason, ...named }: LinkData<'UnlinkProblem'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const asked = itemToLink(campaign, named.item, context);
  if (!asked.ok) return asked;
  const link = campaign.links.find((each) => isSameLink(each, named));
  if (!link) return refuse('NOT_LINKED', { field: 'problemId' });
  const { item, campaignId, problemId, code } = link;
  return accept<CampaignEvent>(
    [{ type: 'ProblemUnlinked', data: { item, campaignId, problemId, code, reason, on: today(context) } }],
    asked.as,
  );
};

/** Whether this person may link at an item now, whatever to. */
export const itemToLink = (
  campaign: Campaign,
  item: string,
  context: CampaignContext,
): Permit | ReturnType<typeof refuse> => {
  const aspect = campaign.plan.aspects.find(({ items }) => items.some(({ code }) => code === item));
  const found = aspect?.items.find(({ code }) => code === item);
  if (!aspect || !found) return refuse('ITEM_UNKNOWN', { field: 'item' });
  const allowed = permit(campaign, answerer(campaign, aspect.code, found.clue), context);
  const asSecretary = allowed.ok ? allowed : permit(campaign, secretary(), context);
  if (!asSecretary.ok) return allowed;
  if (found.clue) return refuse('CLUE_ONLY', { field: 'item' });
  return screeningOver(campaign, context) ?? asSecretary;
};

const limitReached = ({ links }: Campaign, campaignId: string): number | null => {
  if (links.length >= LINK_LIMITS.links) return LINK_LIMITS.links;
  const campaigns = new Set(links.map((link) => link.campaignId)).add(campaignId);
  return campaigns.size > LINK_LIMITS.campaigns ? LINK_LIMITS.campaigns : null;
};
