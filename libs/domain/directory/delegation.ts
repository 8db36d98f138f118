/**
 * Delegation (security.md §2.1): somebody's own powers to somebody else, for a while. It is one step deep because what was
 * entrusted is never one's own: whoever acts by it acts on what the other holds by post or assignment.
 */
import { isCommandType, matrix } from '../authority/matrix';
import { addDays, civilDateOf, daysBetween, isCivilDate } from '../calendar/civil-date';
import type { CivilDate, Decision, PersonId } from '../kernel/kernel';
import { accept, capacityOf, refuse } from '../kernel/kernel';
import { authorityOverPerson } from './authority';
import type { OrganisationContext } from './context';
import type { Delegate, DelegationCommand, RevokeDelegation } from './delegation.commands';
import type { DelegationEvent } from './delegation.events';
import { isActive, postsOf } from './directory-view';
import type { Delegation, Directory, DirectoryState } from './directory.state';
import { ID } from './id';
import { isLine } from './plain-text';

export const DELEGATION_LIMITS = { days: 90, ahead: 90, active: 5, powers: 40, reason: 200 } as const;

/** What commits a person or the unit is done by whom it was given to, or not at all. */
export const isDelegable = (power: string): boolean =>
  isCommandType(power) && matrix[power].delegable === true;

export const decideDelegation = (
  directory: Directory,
  command: DelegationCommand,
  context: OrganisationContext,
): Decision<DelegationEvent> =>
  command.type === 'Delegate'
    ? delegate(directory, command.data, context)
    : revoke(directory, command.data, context);

const delegate = (
  directory: Directory,
  { delegationId, to, powers, startOn, endOn, reason }: Delegate['data'],
  { actor, now }: OrganisationContext,
): Decision<DelegationEvent> => {
  const [own] = actor.kind === 'person' ? postsOf(directory, actor.personId) : [];
  if (actor.kind !== 'person' || !own) return refuse('NOT_YOURS');
  const from = actor.personId;
  const on = civilDateOf(now);
  const standing = delegationsOf(directory, from, on);
  if (!ID.test(delegationId)) return refuse('INVALID', { field: 'delegationId' });
  if (standing.some(({ id }) => id === delegationId))
    return refuse('ALREADY_EXISTS', { field: 'delegationId' });
  if (to === from) return refuse('INVALID', { field: 'to' });
  if (!isActive(directory, to)) return refuse('PERSON_UNKNOWN', { field: 'to' });
  const { powers: most, days, ahead, active } = DELEGATION_LIMITS;
  if (powers.length === 0 || powers.length > most || new Set(powers).size < powers.length)
    return refuse('INVALID', { field: 'powers' });
  const wrong = powers.findIndex((power) => !isDelegable(power));
  if (wrong >= 0) return refuse('NOT_DELEGABLE', { field: `powers[${wrong}]` });
  if (!isCivilDate(startOn)) return refuse('INVALID', { field: 'startOn' });
  if (!isCivilDate(endOn) || endOn < startOn) return refuse('INVALID', { field: 'endOn' });
  if (startOn < on) return refuse('START_IN_PAST', { field: 'startOn' });
  if (daysBetween(on, startOn) > ahead)
    return refuse('OUT_OF_BOUNDS', { field: 'startOn', params: { min: 0, max: ahead } });
  if (daysBetween(startOn, addDays(endOn, 1)) > days)
    return refuse('OUT_OF_BOUNDS', { field: 'endOn', params: { min: 1, max: days } });
  if (!isLine(reason, DELEGATION_LIMITS.reason)) return refuse('INVALID', { field: 'reason' });
  if (standing.length >= active) return refuse('LIMIT_REACHED', { field: 'to', params: { max: active } });
  const data = { delegationId, from, to, powers: [...powers], startOn, endOn, reason, on };
  return accept<DelegationEvent>([{ type: 'PowersDelegated', data }], capacityOf(own));
};

const revoke = (
  directory: Directory,
  { delegationId, from }: RevokeDelegation['data'],
  { actor, now }: OrganisationContext,
): Decision<DelegationEvent> => {
  const on = civilDateOf(now);
  const known = delegationsOf(directory, from, on).find(({ id }) => id === delegationId);
  const self = actor.kind === 'person' ? actor.personId : null;
  const [own] = self !== null && (self === from || self === known?.to) ? postsOf(directory, self) : [];
  const { may, as } = own ? { may: true, as: own } : authorityOverPerson(directory, actor, from);
  if (!may) return refuse('NOT_YOURS');
  if (!known) return refuse('DELEGATION_UNKNOWN', { field: 'delegationId' });
  const data = { delegationId, from, on };
  return accept<DelegationEvent>([{ type: 'DelegationRevoked', data }], as && capacityOf(as));
};

/** Those that have not ended; some may not have begun. */
export const delegationsOf = (
  directory: Directory,
  from: PersonId,
  on: CivilDate,
): readonly Directory['delegations'][string][number][] =>
  Object.hasOwn(directory.delegations, from)
    ? (directory.delegations[from] ?? []).filter(({ endOn }) => on <= endOn)
    : [];

/** What is over is forgotten with the next one; the log keeps it. */
export const evolveDelegation = (draft: DirectoryState, event: DelegationEvent): void => {
  const { from, on, delegationId: id } = event.data;
  const known = draft.delegations[from] ?? [];
  if (event.type === 'DelegationRevoked') {
    draft.delegations[from] = known.filter((each) => each.id !== id);
    return;
  }
  const { to, powers, startOn, endOn } = event.data;
  const made: Delegation = { id, from, to, powers: [...powers], startOn, endOn };
  draft.delegations[from] = [...known.filter((each) => on <= each.endOn), made];
};

/** Whoever leaves or is frozen neither acts for anybody nor has anybody act for them, at once and for good. */
export const endDelegationsOf = (draft: DirectoryState, personId: PersonId): void => {
  delete draft.delegations[personId];
  for (const [from, given] of Object.entries(draft.delegations))
    if (given.some(({ to }) => to === personId))
      draft.delegations[from] = given.filter(({ to }) => to !== personId);
};

/** What is in force on a day, by who gave it. */
export const entrustedOn = (directory: Directory, today: CivilDate): Directory['entrusted'] =>
  Object.fromEntries(
    Object.entries(directory.delegations)
      .map(
        ([from, given]) =>
          [from, given.filter(({ startOn, endOn }) => startOn <= today && today <= endOn)] as const,
      )
      .filter(([, given]) => given.length > 0),
  );
