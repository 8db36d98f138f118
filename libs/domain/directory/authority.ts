/** Who may set the organisation up: the system, and secretaries over what is theirs. */
import type { ActedAs, Actor, PersonId, UnitId } from '../kernel/kernel';
import { ancestors, holdsPost, postsOf, standingOf } from './directory-view';
import type { Directory } from './directory.state';

export interface Authority {
  readonly may: boolean;
  /** In which capacity; null for the system. */
  readonly as: ActedAs | null;
}

const NONE: Authority = { may: false, as: null };
const SYSTEM: Authority = { may: true, as: null };

/** The system, or the secretary of the unit or of one above it; the nearest unit is the capacity. */
export const authorityOver = (directory: Directory, actor: Actor, unitId: UnitId): Authority => {
  if (actor.kind === 'system') return SYSTEM;
  const at = [unitId, ...ancestors(directory, unitId)].find((unit) =>
    holdsPost(directory, actor.personId, unit, 'secretary'),
  );
  return at === undefined ? NONE : { may: true, as: { unitId: at, post: 'secretary' } };
};

/** The system, or whoever is secretary of any unit; the first appointment is the capacity. */
export const anyAuthority = (directory: Directory, actor: Actor): Authority => {
  if (actor.kind === 'system') return SYSTEM;
  const held = postsOf(directory, actor.personId).find(({ post }) => post === 'secretary');
  return held ? { may: true, as: { unitId: held.unitId, post: held.post } } : NONE;
};

/**
 * Whoever may end every tenure of a person may do this, what they held before they were frozen or left included, and nobody to themselves: it would
 * end the conflicts that their own acts have made.
 */
export const authorityOverPerson = (directory: Directory, actor: Actor, personId: PersonId): Authority => {
  if (actor.kind === 'person' && actor.personId === personId) return { may: false, as: null };
  const held = [...postsOf(directory, personId), ...standingOf(directory, personId).held];
  const over = held.map(({ unitId }) => authorityOver(directory, actor, unitId));
  return over.find(({ may }) => !may) ?? over[0] ?? anyAuthority(directory, actor);
};
