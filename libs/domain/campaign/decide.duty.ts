import { accept, refuse, type Decision } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import type { DutyKind, Holder } from '../obligation/obligation';
import { assignmentAtFault } from './assignment';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import { assignmentKey, problemOf, problemOfMeasure, type Campaign } from './campaign.state';
import { permit, today, type CampaignContext, type Permit } from './context';
import { holderOfDuty, secretary } from './duties';
import { drawnOn, verdictOf } from './look-back';
import { stageOf } from './stages';

/** Puts a person in a duty of one problem, measure or aspect. The one who does it is who is asked where nobody may act. */
export const assignDuty = (
  campaign: Campaign,
  { duty, subject, person, reason }: CommandData<'AssignDuty'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const holder = holderOfDuty(campaign, duty, subject);
  const allowed = holder ? mayAssign(campaign, holder, context) : permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  if (!holder) return refuse('SUBJECT_UNKNOWN', { field: 'subject' });
  const over = dischargedOn(campaign, duty, subject);
  if (over !== null) return refuse('ALREADY_DECIDED', { params: { on: over } });
  const fault = assignmentAtFault(campaign, holder, { person, by: allowed.by }, context);
  if (fault) return refuse(fault, { field: 'person' });
  if (campaign.assigned[assignmentKey(duty, subject)] === person) return accept([], allowed.as);
  return accept<CampaignEvent>(
    [{ type: 'DutyAssigned', data: { duty, subject, person, reason, on: today(context) } }],
    allowed.as,
  );
};

/** The secretary; the upper unit's where separation of duties bars the secretary from that very duty (rulings §1). */
const mayAssign = (campaign: Campaign, holder: Holder, { actor, directory }: CampaignContext): Permit => {
  if (actor.kind !== 'person') return { ok: false, refusal: { code: 'NOT_YOURS' } };
  const by = actor.personId;
  const nobody: Holder = { ...holder, person: null, posts: [] };
  const { people, excluded } = resolveHolder(nobody, directory, campaign.unitId);
  const self = people.find(({ personId }) => personId === by);
  if (self) return { ok: true, by, as: { unitId: self.unitId, post: self.post } };
  return { ok: false, refusal: { code: excluded.includes(by) ? 'SEPARATION_OF_DUTIES' : 'NOT_YOURS' } };
};

/** The day after which nobody owes what the duty is for; null while somebody may. */
const dischargedOn = (campaign: Campaign, duty: DutyKind, subject: string): string | null => {
  if (duty === 'examiner') return lookedBackOn(campaign, subject);
  const problem = problemOf(campaign, subject) ?? problemOfMeasure(campaign, subject);
  if (!problem) return null;
  const over = problem.closed ?? problem.terminated ?? problem.goneInto;
  if (over) return over.on;
  if (problem.status === 'excluded' || problem.status === 'handedOver' || duty === 'triager')
    return problem.triage?.on ?? null;
  return problem.plan?.measures.find(({ id }) => id === subject)?.finished?.on ?? null;
};

/** Looking back begins with the closing that ends every other duty. */
const lookedBackOn = (campaign: Campaign, subject: string): string | null => {
  const { closed } = stageOf(campaign, 'lookBack');
  const problem = problemOf(campaign, subject);
  return closed?.on ?? (problem ? (verdictOf(problem)?.on ?? null) : drawnOn(campaign));
};
