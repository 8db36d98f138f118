import type { CivilDate, Message, PersonId, UnitId } from '../kernel/kernel';
import type { Post } from './posts';

/**
 * One fact ends all that a person could act by: tenures, what was entrusted by and to them, sessions and tokens.
 * What they owed, and what they decided, stands in the campaigns and is not touched.
 */
export type LeavingEvent =
  | Message<'PersonLeft', { personId: PersonId; on: CivilDate }>
  | Message<'PersonFrozen', { personId: PersonId; on: CivilDate }>
  /** `posts`: those that came back to them; of one person's posts only what nobody took meanwhile. */
  | Message<
      'PersonUnfrozen',
      { personId: PersonId; posts: readonly { unitId: UnitId; post: Post }[]; on: CivilDate }
    >;
