/** Posts are given and taken by secretaries over what is theirs; an administrator only proposes. */
import { civilDateOf, isCivilDate } from '../calendar/civil-date';
import type { CivilDate, Decision, Refusal } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { faultOfAppointment, faultOfTenure } from './appointment';
import { authorityOver } from './authority';
import type { OrganisationContext } from './context';
import { holdsPost } from './directory-view';
import type { AppointedToPost, TenureEnded } from './directory.events';
import type { Directory } from './directory.state';
import type { AppointToPost, EndTenure } from './organisation.commands';

/** Appointing somebody to what they hold already is accepted and changes nothing. */
export const appointToPost = (
  directory: Directory,
  { unitId, post, personId, from }: AppointToPost['data'],
  { actor, now }: OrganisationContext,
): Decision<AppointedToPost> => {
  const authority = authorityOver(directory, actor, unitId);
  if (!authority.may) return refuse('NOT_YOURS');
  const today = civilDateOf(now);
  const refusal = faultOfStart(from, today) ?? faultOfAppointment(directory, { unitId, post, personId });
  if (refusal) return { ok: false, refusal };
  if (holdsPost(directory, personId, unitId, post)) return accept<AppointedToPost>([], authority.as);
  return accept(
    [{ type: 'AppointedToPost', data: { unitId, post, personId, from: from ?? today } }],
    authority.as,
  );
};

const faultOfStart = (from: CivilDate | undefined, today: CivilDate): Refusal | null => {
  if (from === undefined) return null;
  if (!isCivilDate(from)) return { code: 'INVALID', field: 'from' };
  return from > today ? { code: 'DATE_IN_FUTURE', field: 'from', params: { date: from } } : null;
};

/** Ends a tenure and nothing else: what the person owed is resolved anew, to the secretary at last (rulings §4). */
export const endTenure = (
  directory: Directory,
  { unitId, post, personId }: EndTenure['data'],
  { actor, now }: OrganisationContext,
): Decision<TenureEnded> => {
  const authority = authorityOver(directory, actor, unitId);
  if (!authority.may) return refuse('NOT_YOURS');
  const fault = faultOfTenure(directory, { unitId, post, personId });
  if (fault) return { ok: false, refusal: fault };
  if (!holdsPost(directory, personId, unitId, post)) {
    return refuse('POST_NOT_HELD', { field: 'personId', params: { post } });
  }
  return accept(
    [{ type: 'TenureEnded', data: { unitId, post, personId, on: civilDateOf(now) } }],
    authority.as,
  );
};
