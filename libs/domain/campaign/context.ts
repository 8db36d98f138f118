import type { Calendar } from '../calendar/calendar.state';
import { civilDateOf } from '../calendar/civil-date';
import type { Directory } from '../directory/directory.state';
import { capacityOf } from '../kernel/kernel';
import type { ActedAs, Actor, CivilDate, Instant, PersonId, Refusal } from '../kernel/kernel';
import { deputiesOf } from '../obligation/deputies';
import { resolveHolder } from '../obligation/holder';
import type { Holder } from '../obligation/obligation';
import type { Template } from '../template/template.state';
import type { Campaign } from './campaign.state';
import type { LinkedCampaigns } from './links';

/** What a campaign command rests on beside its own stream: the clock, who asks, and the streams that `load` brought. */
export interface CampaignContext {
  readonly now: Instant;
  readonly actor: Actor;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Which command is decided; what was entrusted counts for it alone. Set by the decider itself. */
  readonly command?: string | undefined;
  /** Only for launching. */
  readonly template?: Template;
  /** Only for linking and for what signs off: the campaigns that `campaignsAskedBy` names. */
  readonly linked?: LinkedCampaigns;
  /** Only for drawing a sample: the hash of the CampaignSignedOff event, as the log has it. */
  readonly signOffHash?: string;
}

export const today = (context: Pick<CampaignContext, 'now'>): CivilDate => civilDateOf(context.now);

export type Permit =
  | { readonly ok: true; readonly as: ActedAs; readonly by: PersonId }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Whether the acting person may do what this holder owes. Refused with the reason: separation of duties, nobody eligible
 * (then the secretary assigns somebody), or simply not theirs.
 */
export const permit = (campaign: Campaign, holder: Holder, context: CampaignContext): Permit => {
  if (context.actor.kind !== 'person') return { ok: false, refusal: { code: 'NOT_YOURS' } };
  const by = context.actor.personId;
  const { people, how, excluded } = resolveHolder(holder, context.directory, campaign.unitId);
  const self = people.find(({ personId }) => personId === by);
  if (how === 'holder' && self) return { ok: true, by, as: capacityOf(self) };
  const deputy = deputiesOf(holder, context.directory, campaign.unitId).find(
    ({ personId, powers }) => personId === by && powers.includes(context.command ?? ''),
  );
  if (deputy && !deputy.isBarred) return { ok: true, by, as: capacityOf(deputy) };
  if (deputy) return { ok: false, refusal: { code: 'SEPARATION_OF_DUTIES' } };
  if (excluded.includes(by)) return { ok: false, refusal: { code: 'SEPARATION_OF_DUTIES' } };
  if (how !== 'holder' && self) return { ok: false, refusal: { code: 'NOBODY_ELIGIBLE' } };
  return { ok: false, refusal: { code: 'NOT_YOURS' } };
};

/** The permission of whichever of these holders the acting person is. */
export const permitAny = (
  campaign: Campaign,
  holders: readonly Holder[],
  context: CampaignContext,
): Permit => {
  const permits = holders.map((holder) => permit(campaign, holder, context));
  return permits.find(({ ok }) => ok) ?? permits[0] ?? { ok: false, refusal: { code: 'NOT_YOURS' } };
};
