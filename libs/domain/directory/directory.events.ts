/** Events of `directory/main`: a storage contract, never renamed. They hold ids only: names and e-mail stand in the profile table. */
import type { CivilDate, Message, PersonId, UnitId } from '../kernel/kernel';
import type { AdministratorEvent, ProposalEvent } from './administrator.events';
import type { DelegationEvent } from './delegation.events';
import type { GrantEvent } from './grant.events';
import type { LeavingEvent } from './leaving.events';
import type { Post } from './posts';

export type UnitRegistered = Message<
  'UnitRegistered',
  { unitId: UnitId; code: string; name: string; parentId: UnitId | null }
>;
export type PersonRegistered = Message<'PersonRegistered', { personId: PersonId }>;
export type AppointedToPost = Message<
  'AppointedToPost',
  { unitId: UnitId; post: Post; personId: PersonId; from: CivilDate }
>;
export type TenureEnded = Message<
  'TenureEnded',
  { unitId: UnitId; post: Post; personId: PersonId; on: CivilDate }
>;

/** Somebody is away, both days included; or is back, or does not go. Why is no part of it. */
export type AbsenceEvent =
  | Message<'AbsenceMarked', { personId: PersonId; from: CivilDate; to: CivilDate; on: CivilDate }>
  | Message<'AbsenceEnded', { personId: PersonId; from: CivilDate; on: CivilDate }>;

export type DirectoryEvent =
  | UnitRegistered
  | PersonRegistered
  | AppointedToPost
  | TenureEnded
  | AbsenceEvent
  | LeavingEvent
  | DelegationEvent
  | GrantEvent
  | AdministratorEvent
  | ProposalEvent;
