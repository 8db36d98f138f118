import { holdersOf, isActive } from '../directory/directory-view';
import { hashOf } from '../kernel/hash';
import { accept, refuse, type Decision, type PersonId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import { PLEDGE } from '../template/activity.kinds';
import type { CampaignEvent } from './campaign.events';
import type { CommandData } from './campaign.commands';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { activityOwner, pledgeComparer } from './duties';

/**
 * The text of the pledge and who is to sign it. Drafting again is a new version: whoever signed the very same text has
 * signed, everybody else on the list signs anew, and who is not on the list any more owes nothing.
 */
export const draftPledgeText = (
  campaign: Campaign,
  { text, people }: CommandData<'DraftPledgeText'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, activityOwner(campaign, PLEDGE, PLEDGE), context);
  if (!allowed.ok) return allowed;
  // What was signed is held against what was done; after the sign-off nobody pledges anything else.
  if (campaign.pledge && campaign.signedOffOn !== null)
    return refuse('ALREADY_DECIDED', { params: { on: campaign.signedOffOn } });
  const named = people ?? leadingGroup(campaign, context);
  const unknown = named.findIndex((person) => !isActive(context.directory, person));
  if (unknown >= 0) return refuse('PERSON_UNKNOWN', { field: `people[${unknown}]` });
  if (named.length === 0) return refuse('PERSON_UNKNOWN', { field: 'people' });
  if (new Set(named).size !== named.length) return refuse('INVALID', { field: 'people' });
  const version = (campaign.pledge?.version ?? 0) + 1;
  const textHash = hashOf({ fn: 'pledge@1', text });
  return accept<CampaignEvent>(
    [
      {
        type: 'PledgeTextDrafted',
        data: { version, text, textHash, people: named, on: today(context) },
      },
    ],
    allowed.as,
  );
};

/** Whoever holds a post of the leading group today, each person once, in the order of the posts. */
const leadingGroup = ({ plan, unitId }: Campaign, { directory }: CampaignContext): readonly PersonId[] => [
  ...new Set(
    (plan.leadingGroup?.posts ?? ['secretary']).flatMap((post) => holdersOf(directory, unitId, post)),
  ),
];

/** Each person signs for themselves, the text that they were shown. */
export const signPledge = (
  { pledge, unitId }: Campaign,
  { basisHash }: CommandData<'SignPledge'>,
  { actor, now, directory }: CampaignContext,
): Decision<CampaignEvent> => {
  if (actor.kind !== 'person' || !isActive(directory, actor.personId)) return refuse('NOT_YOURS');
  if (!pledge?.people.includes(actor.personId)) return refuse('NOT_YOURS');
  const signed = pledge.signed[actor.personId];
  if (signed?.hash === pledge.hash) return refuse('ALREADY_DECIDED', { params: { on: signed.on } });
  if (basisHash !== pledge.hash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const holder = { duty: null, person: actor.personId, posts: [], not: [], apartFrom: [] };
  const [self] = resolveHolder(holder, directory, unitId).people;
  return accept<CampaignEvent>(
    [{ type: 'PledgeSigned', data: { basisHash, on: today({ now }) } }],
    self ? { unitId: self.unitId, post: self.post } : null,
  );
};

/** At the year's end: what was pledged against what was done. Never by the one who pledged. */
export const comparePledge = (
  campaign: Campaign,
  { person, basisHash, verdict, reason }: CommandData<'ComparePledge'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, pledgeComparer(person), context);
  if (!allowed.ok) return allowed;
  const { pledge } = campaign;
  const signed = pledge?.signed[person];
  if (!pledge || signed?.hash !== pledge.hash) return refuse('PLEDGE_NOT_SIGNED', { field: 'person' });
  if (basisHash !== pledge.hash) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const compared = pledge.compared[person];
  if (compared?.hash === pledge.hash) return refuse('ALREADY_DECIDED', { params: { on: compared.on } });
  const on = today(context);
  const start = `${signed.on.slice(0, 4)}-12-01`;
  if (on < start) return refuse('NOT_YET_YEAR_END', { params: { start } });
  return accept<CampaignEvent>(
    [{ type: 'PledgeCompared', data: { person, basisHash, verdict, reason, on } }],
    allowed.as,
  );
};
