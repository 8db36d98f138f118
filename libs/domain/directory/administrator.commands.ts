import type { Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { Post } from './posts';

/** A technical person, bound to no post: an official who also administers is a second one (security.md §2.1). */
export type NameAdministrator = Message<'NameAdministrator', { personId: PersonId }>;
export type ReleaseAdministrator = Message<'ReleaseAdministrator', { personId: PersonId }>;
/** Takes effect by its confirmation alone. */
export type ProposeAppointment = Message<
  'ProposeAppointment',
  { proposalId: Id; unitId: UnitId; post: Post; personId: PersonId }
>;
export type ConfirmAppointment = Message<'ConfirmAppointment', { proposalId: Id }>;
export type DeclineAppointment = Message<'DeclineAppointment', { proposalId: Id; reason: string }>;

export type AdministratorCommand = NameAdministrator | ReleaseAdministrator;
export type ProposalCommand = ProposeAppointment | ConfirmAppointment | DeclineAppointment;
