import type { CivilDate, Message, PersonId, UnitId } from '../kernel/kernel';
import type { Post } from './posts';

export type RegisterUnit = Message<
  'RegisterUnit',
  { unitId: UnitId; code: string; name: string; parentId: UnitId | null }
>;
export type RegisterPerson = Message<'RegisterPerson', { personId: PersonId }>;
/** `from` is the civil day the tenure began, today where it is left out; never a day ahead. */
export type AppointToPost = Message<
  'AppointToPost',
  { unitId: UnitId; post: Post; personId: PersonId; from?: CivilDate }
>;
export type EndTenure = Message<'EndTenure', { unitId: UnitId; post: Post; personId: PersonId }>;
