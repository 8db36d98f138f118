import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { Post } from './posts';

export type AdministratorEvent =
  | Message<'AdministratorNamed', { personId: PersonId; on: CivilDate }>
  | Message<'AdministratorReleased', { personId: PersonId; on: CivilDate }>;

export type ProposalEvent =
  | Message<
      'AppointmentProposed',
      { proposalId: Id; unitId: UnitId; post: Post; personId: PersonId; by: PersonId; on: CivilDate }
    >
  /** The tenure itself is an event of its own behind it. */
  | Message<'AppointmentConfirmed', { proposalId: Id; on: CivilDate }>
  | Message<'AppointmentDeclined', { proposalId: Id; reason: string; on: CivilDate }>;
