/**
 * The inspector's grant (security.md §2.1): somebody reads the records of a unit for a while and for a reason. Reading is
 * all it gives: no holder of anything is ever resolved to it.
 */
import { civilDateOf, daysBetween, isCivilDate } from '../calendar/civil-date';
import type { CivilDate, Decision, PersonId, UnitId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { authorityOver } from './authority';
import type { OrganisationContext } from './context';
import { isAdministrator, isRegistered, standingOf, unitOf } from './directory-view';
import type { Directory, DirectoryState, Grant } from './directory.state';
import { grantReaches, type GrantCommand, type GrantReading, type RevokeReading } from './grant.commands';
import type { GrantEvent } from './grant.events';
import { ID } from './id';
import { isLine } from './plain-text';

/** Days with both ends, grants of one unit that stand at a time, and the reason's length. */
export const GRANT_LIMITS = { days: 30, standing: 20, reason: 200 } as const;

export const decideGrant = (
  directory: Directory,
  command: GrantCommand,
  context: OrganisationContext,
): Decision<GrantEvent> =>
  command.type === 'GrantReading'
    ? grant(directory, command.data, context)
    : revoke(directory, command.data, context);

const grant = (
  directory: Directory,
  { grantId, to, unitId, reach, endOn, reason }: GrantReading['data'],
  { actor, now }: OrganisationContext,
): Decision<GrantEvent> => {
  const { may, as } = authorityOver(directory, actor, unitId);
  if (!may) return refuse('NOT_YOURS');
  const on = civilDateOf(now);
  const standing = grantsOf(directory, unitId, on);
  if (!unitOf(directory, unitId)) return refuse('NOT_FOUND', { field: 'unitId' });
  if (!ID.test(grantId)) return refuse('INVALID', { field: 'grantId' });
  if (standing.some(({ id }) => id === grantId)) return refuse('ALREADY_EXISTS', { field: 'grantId' });
  if (!isRegistered(directory, to)) return refuse('NOT_FOUND', { field: 'to' });
  const { barred } = standingOf(directory, to);
  if (barred !== null) return refuse(barred === 'left' ? 'PERSON_LEFT' : 'PERSON_FROZEN', { field: 'to' });
  // Who runs the system cannot read its content (domain.md §9), and nobody can let them.
  if (isAdministrator(directory, to)) return refuse('ADMINISTRATOR_READS_NOTHING', { field: 'to' });
  if (!grantReaches.includes(reach)) return refuse('INVALID', { field: 'reach' });
  if (!isCivilDate(endOn)) return refuse('INVALID', { field: 'endOn' });
  const { days: max } = GRANT_LIMITS;
  if (endOn < on || daysBetween(on, endOn) >= max)
    return refuse('OUT_OF_BOUNDS', { field: 'endOn', params: { min: 1, max } });
  if (!isLine(reason, GRANT_LIMITS.reason)) return refuse('INVALID', { field: 'reason' });
  if (standing.length >= GRANT_LIMITS.standing)
    return refuse('LIMIT_REACHED', { field: 'unitId', params: { max: GRANT_LIMITS.standing } });
  const data = { grantId, to, unitId, reach, endOn, reason, on };
  return accept<GrantEvent>([{ type: 'ReadingGranted', data }], as);
};

/** By whoever could have given it, and by who has it. */
const revoke = (
  directory: Directory,
  { grantId, unitId }: RevokeReading['data'],
  { actor, now }: OrganisationContext,
): Decision<GrantEvent> => {
  const on = civilDateOf(now);
  const known = grantsOf(directory, unitId, on).find(({ id }) => id === grantId);
  const isOwn = actor.kind === 'person' && known?.to === actor.personId;
  const { may, as } = authorityOver(directory, actor, unitId);
  if (!may && !isOwn) return refuse('NOT_YOURS');
  if (!known) return refuse('GRANT_UNKNOWN', { field: 'grantId' });
  return accept<GrantEvent>([{ type: 'ReadingRevoked', data: { grantId, unitId, on } }], as);
};

/** Those of a unit that have not ended. */
export const grantsOf = (directory: Directory, unitId: UnitId, on: CivilDate): readonly Readonly<Grant>[] =>
  Object.hasOwn(directory.grants, unitId)
    ? (directory.grants[unitId] ?? []).filter(({ endOn }) => on <= endOn)
    : [];

/** What is over is forgotten with the next one; the log keeps it. */
export const evolveGrant = (draft: DirectoryState, event: GrantEvent): void => {
  const { unitId, grantId: id, on } = event.data;
  const known = draft.grants[unitId] ?? [];
  if (event.type === 'ReadingRevoked') {
    draft.grants[unitId] = known.filter((each) => each.id !== id);
    return;
  }
  const { to, reach, endOn } = event.data;
  draft.grants[unitId] = [...known.filter((each) => on <= each.endOn), { id, to, unitId, reach, endOn, on }];
};

/** Whoever leaves, is frozen or comes to run the system reads nothing more by any grant. */
export const endGrantsOf = (draft: DirectoryState, personId: PersonId): void => {
  for (const [unitId, given] of Object.entries(draft.grants))
    if (given.some(({ to }) => to === personId))
      draft.grants[unitId] = given.filter(({ to }) => to !== personId);
};

/** What is in force on a day, by who reads. */
export const inspectionsOn = (directory: Directory, today: CivilDate): Directory['inspecting'] => {
  const found: Record<PersonId, Readonly<Grant>[]> = {};
  for (const unitId of Object.keys(directory.grants))
    for (const each of grantsOf(directory, unitId, today)) (found[each.to] ??= []).push(each);
  return found;
};
