import type { PersonId, Refusal, UnitId } from '../kernel/kernel';
import { holdersOf, holdsPost, isAdministrator, isRegistered, standingOf, unitOf } from './directory-view';
import type { Directory } from './directory.state';
import { isPost, postRule, type Post } from './posts';

export interface Appointment {
  readonly unitId: UnitId;
  readonly post: Post;
  readonly personId: PersonId;
}

/** Why there can be no such tenure at all, or null. */
export const faultOfTenure = (
  directory: Directory,
  { unitId, post, personId }: Appointment,
): Refusal | null => {
  if (!unitOf(directory, unitId)) return { code: 'NOT_FOUND', field: 'unitId' };
  if (!isPost(post)) return { code: 'INVALID', field: 'post' };
  return isRegistered(directory, personId) ? null : { code: 'NOT_FOUND', field: 'personId' };
};

/** Why somebody cannot be appointed now, whoever asks; who holds the post already may be. */
export const faultOfAppointment = (directory: Directory, asked: Appointment): Refusal | null => {
  const fault = faultOfTenure(directory, asked);
  if (fault) return fault;
  const { unitId, post, personId } = asked;
  if (standingOf(directory, personId).barred === 'frozen')
    return { code: 'PERSON_FROZEN', field: 'personId' };
  if (isAdministrator(directory, personId)) return { code: 'ADMINISTRATOR_HOLDS_NO_POST', field: 'personId' };
  if (holdsPost(directory, personId, unitId, post)) return null;
  return postRule(post).one && holdersOf(directory, unitId, post).length > 0
    ? { code: 'POST_TAKEN', field: 'post', params: { post } }
    : null;
};
