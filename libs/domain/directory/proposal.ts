/** An appointment that an administrator proposes is nobody's tenure before the one above the post has confirmed it. */
import { civilDateOf } from '../calendar/civil-date';
import type { ActedAs, Decision, Refusal } from '../kernel/kernel';
import { accept, capacityOf, refuse } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import { attendedOn } from './absence';
import type { ProposalCommand, ProposeAppointment } from './administrator.commands';
import type { ProposalEvent } from './administrator.events';
import { isActingAdministrator } from './administrator';
import { faultOfAppointment } from './appointment';
import type { OrganisationContext } from './context';
import { holdsPost } from './directory-view';
import type { AppointedToPost } from './directory.events';
import type { Directory, DirectoryState, Proposal } from './directory.state';
import { ID } from './id';
import { confirmer } from './owed';
import { isLine } from './plain-text';

export const PROPOSAL_LIMITS = { open: 200, reason: 200 } as const;

export const decideProposal = (
  directory: Directory,
  command: ProposalCommand,
  context: OrganisationContext,
): Decision<ProposalEvent | AppointedToPost> => {
  if (command.type === 'ProposeAppointment') return propose(directory, command.data, context);
  const { proposalId } = command.data;
  const proposal = Object.hasOwn(directory.proposals, proposalId)
    ? directory.proposals[proposalId]
    : undefined;
  const as = proposal ? confirms(directory, proposal, context) : null;
  if (!proposal || !as) return refuse('NOT_YOURS');
  const on = civilDateOf(context.now);
  if (command.type === 'DeclineAppointment') {
    const { reason } = command.data;
    if (!isLine(reason, PROPOSAL_LIMITS.reason)) return refuse('INVALID', { field: 'reason' });
    return accept([{ type: 'AppointmentDeclined', data: { proposalId, reason, on } }], as);
  }
  const { unitId, post, personId } = proposal;
  const fault = faultOfAppointment(directory, { unitId, post, personId });
  if (fault) return { ok: false, refusal: { ...fault, field: 'proposalId' } satisfies Refusal };
  return accept<ProposalEvent | AppointedToPost>(
    [
      { type: 'AppointmentConfirmed', data: { proposalId, on } },
      { type: 'AppointedToPost', data: { unitId, post, personId, from: on } },
    ],
    as,
  );
};

const propose = (
  directory: Directory,
  { proposalId, unitId, post, personId }: ProposeAppointment['data'],
  { actor, now }: OrganisationContext,
): Decision<ProposalEvent> => {
  if (actor.kind !== 'person' || !isActingAdministrator(directory, actor)) return refuse('NOT_YOURS');
  if (!ID.test(proposalId)) return refuse('INVALID', { field: 'proposalId' });
  if (Object.hasOwn(directory.proposals, proposalId))
    return refuse('ALREADY_EXISTS', { field: 'proposalId' });
  const fault = faultOfAppointment(directory, { unitId, post, personId });
  if (fault) return { ok: false, refusal: fault };
  if (holdsPost(directory, personId, unitId, post)) return accept<ProposalEvent>([]);
  const max = PROPOSAL_LIMITS.open;
  if (Object.keys(directory.proposals).length >= max)
    return refuse('LIMIT_REACHED', { field: 'proposalId', params: { max } });
  const by = actor.personId;
  const data = { proposalId, unitId, post, personId, by, on: civilDateOf(now) };
  return accept<ProposalEvent>([{ type: 'AppointmentProposed', data }]);
};

/** In which capacity the actor confirms; null where it is not theirs. Nobody confirms their own. */
const confirms = (
  directory: Directory,
  proposal: Directory['proposals'][string],
  { actor, now }: OrganisationContext,
): ActedAs | null => {
  if (actor.kind !== 'person' || actor.personId === proposal.personId) return null;
  const present = attendedOn(directory, civilDateOf(now));
  const { people } = resolveHolder(confirmer(directory, proposal), present, proposal.unitId);
  const self = people.find(({ personId }) => personId === actor.personId);
  return self ? capacityOf(self) : null;
};

export const evolveProposal = (draft: DirectoryState, event: ProposalEvent): void => {
  if (event.type === 'AppointmentProposed') {
    const { proposalId, ...proposal } = event.data;
    draft.proposals[proposalId] = proposal satisfies Proposal;
    return;
  }
  delete draft.proposals[event.data.proposalId];
};
