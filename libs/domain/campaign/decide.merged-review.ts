import { holdersOf } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import { allPosts } from '../directory/posts';
import { accept, refuse, type Decision, type UnitId } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { unitAbove } from './duties';

/** A unit of fewer people cannot keep who applies, who reviews and who accepts apart for long. */
const ENOUGH = 4;

/**
 * 合并验收: in a unit of fewer than four people the unit above may order that one person reviews and accepts. Who applied is
 * still another; the order is a fact with its reason, and what was merged says so in the ledger and in the record.
 */
export const orderMergedReview = (
  campaign: Campaign,
  { reason }: CommandData<'OrderMergedReview'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, unitAbove(), context);
  if (!allowed.ok) return allowed;
  const { mergedReview, unitId } = campaign;
  if (mergedReview) return refuse('ALREADY_DECIDED', { params: { on: mergedReview.on } });
  const people = headcount(context.directory, unitId);
  if (people >= ENOUGH) return refuse('UNIT_NOT_SMALL', { params: { people, max: ENOUGH - 1 } });
  return accept<CampaignEvent>(
    [{ type: 'MergedReviewOrdered', data: { reason, people, on: today(context) } }],
    allowed.as,
  );
};

/** How many persons hold a post of the unit, each once. */
const headcount = (directory: Directory, unitId: UnitId): number =>
  new Set(allPosts.flatMap((post) => holdersOf(directory, unitId, post))).size;
