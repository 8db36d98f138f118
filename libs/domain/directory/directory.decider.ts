import { civilDateOf, isCivilDate } from '../calendar/civil-date';
import type { CivilDate, Decider, Decision, Message, PersonId, Refusal, UnitId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { markAway, markBack } from './absence';
import type { MarkAway, MarkBack } from './absence.commands';
import { anyAuthority, authorityOver } from './authority';
import { decideAdministrator, isActingAdministrator } from './administrator';
import type { AdministratorCommand, ProposalCommand } from './administrator.commands';
import { faultOfAppointment, faultOfTenure } from './appointment';
import type { OrganisationContext } from './context';
import { decideDelegation } from './delegation';
import type { DelegationCommand } from './delegation.commands';
import { ancestors, holdsPost, isRegistered, unitIdOfCode, unitOf } from './directory-view';
import type { DirectoryEvent } from './directory.events';
import type { Directory, DirectoryState } from './directory.state';
import { evolve, initialState } from './directory.state';
import { decideLeaving } from './leaving';
import type { LeavingCommand } from './leaving.commands';
import { ID } from './id';
import { decideProposal } from './proposal';
import { isLine } from './plain-text';
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
export type DirectoryCommand =
  | RegisterUnit
  | RegisterPerson
  | AppointToPost
  | EndTenure
  | MarkAway
  | MarkBack
  | LeavingCommand
  | DelegationCommand
  | AdministratorCommand
  | ProposalCommand;

/** security.md §6. Depth counts the root as 1. */
export const DIRECTORY_LIMITS = { depth: 12, units: 10_000, people: 50_000, unitName: 100 } as const;

const UNIT_CODE = /^[A-Z0-9-]{1,32}$/;

const decide = (
  directory: Directory,
  command: DirectoryCommand,
  context: OrganisationContext,
): Decision<DirectoryEvent> => {
  switch (command.type) {
    case 'RegisterUnit':
      return registerUnit(directory, command.data, context);
    case 'RegisterPerson':
      return registerPerson(directory, command.data, context);
    case 'AppointToPost':
      return appointToPost(directory, command.data, context);
    case 'EndTenure':
      return endTenure(directory, command.data, context);
    case 'MarkAway':
      return markAway(directory, command.data, context);
    case 'MarkBack':
      return markBack(directory, command.data, context);
    case 'NameAdministrator':
    case 'ReleaseAdministrator':
      return decideAdministrator(directory, command, context);
    case 'ProposeAppointment':
    case 'ConfirmAppointment':
    case 'DeclineAppointment':
      return decideProposal(directory, command, context);
    case 'Delegate':
    case 'RevokeDelegation':
      return decideDelegation(directory, command, context);
    case 'RecordLeaving':
    case 'FreezePerson':
    case 'UnfreezePerson':
      return decideLeaving(directory, command, context);
  }
};

const refused = (refusal: Refusal): Decision<DirectoryEvent> => ({ ok: false, refusal });

/** Without any unit only the system has authority: the first unit is set up by the one-time code or the seed. */
const registerUnit = (
  directory: Directory,
  { unitId, code, name, parentId }: RegisterUnit['data'],
  { actor }: OrganisationContext,
): Decision<DirectoryEvent> => {
  const authority = authorityOver(directory, actor, parentId ?? directory.root ?? unitId);
  if (!authority.may) return refuse('NOT_YOURS');
  if (!ID.test(unitId)) return refuse('INVALID', { field: 'unitId' });
  if (!UNIT_CODE.test(code)) return refuse('INVALID', { field: 'code' });
  if (!isLine(name, DIRECTORY_LIMITS.unitName)) return refuse('INVALID', { field: 'name' });
  if (unitOf(directory, unitId)) return refuse('ALREADY_EXISTS', { field: 'unitId' });
  if (unitIdOfCode(directory, code)) return refuse('ALREADY_EXISTS', { field: 'code', params: { code } });
  const fault = faultOfPlace(directory, parentId);
  if (fault) return refused(fault);
  return accept([{ type: 'UnitRegistered', data: { unitId, code, name, parentId } }], authority.as);
};

/** One tree: one root, every other unit under a known one, at most twelve levels. */
const faultOfPlace = (directory: Directory, parentId: UnitId | null): Refusal | null => {
  const { depth, units } = DIRECTORY_LIMITS;
  if (directory.unitCount >= units) return { code: 'LIMIT_REACHED', field: 'unitId', params: { max: units } };
  if (parentId === null) return directory.root === null ? null : { code: 'ROOT_EXISTS', field: 'parentId' };
  if (!unitOf(directory, parentId)) return { code: 'NOT_FOUND', field: 'parentId' };
  if (ancestors(directory, parentId).length + 2 > depth) {
    return { code: 'TREE_TOO_DEEP', field: 'parentId', params: { max: depth } };
  }
  return null;
};

const registerPerson = (
  directory: Directory,
  { personId }: RegisterPerson['data'],
  { actor }: OrganisationContext,
): Decision<DirectoryEvent> => {
  const authority = anyAuthority(directory, actor);
  // Who is registered holds nothing yet: this much an administrator may do alone.
  if (!authority.may && !isActingAdministrator(directory, actor)) return refuse('NOT_YOURS');
  if (!ID.test(personId)) return refuse('INVALID', { field: 'personId' });
  if (isRegistered(directory, personId)) return refuse('ALREADY_EXISTS', { field: 'personId' });
  if (directory.personCount >= DIRECTORY_LIMITS.people) {
    return refuse('LIMIT_REACHED', { field: 'personId', params: { max: DIRECTORY_LIMITS.people } });
  }
  return accept([{ type: 'PersonRegistered', data: { personId } }], authority.as);
};

/** Appointing somebody to what they hold already is accepted and changes nothing. */
const appointToPost = (
  directory: Directory,
  { unitId, post, personId, from }: AppointToPost['data'],
  { actor, now }: OrganisationContext,
): Decision<DirectoryEvent> => {
  const authority = authorityOver(directory, actor, unitId);
  if (!authority.may) return refuse('NOT_YOURS');
  const fault = faultOfTenure(directory, { unitId, post, personId });
  if (fault) return refused(fault);
  const today = civilDateOf(now);
  if (from !== undefined && !isCivilDate(from)) return refuse('INVALID', { field: 'from' });
  if (from !== undefined && from > today)
    return refuse('DATE_IN_FUTURE', { field: 'from', params: { date: from } });
  const hindrance = faultOfAppointment(directory, { unitId, post, personId });
  if (hindrance) return refused(hindrance);
  if (holdsPost(directory, personId, unitId, post)) return accept<DirectoryEvent>([], authority.as);
  return accept(
    [{ type: 'AppointedToPost', data: { unitId, post, personId, from: from ?? today } }],
    authority.as,
  );
};

/** Ends a tenure and nothing else: what the person owed is resolved anew, to the secretary at last (rulings §4). */
const endTenure = (
  directory: Directory,
  { unitId, post, personId }: EndTenure['data'],
  { actor, now }: OrganisationContext,
): Decision<DirectoryEvent> => {
  const authority = authorityOver(directory, actor, unitId);
  if (!authority.may) return refuse('NOT_YOURS');
  const fault = faultOfTenure(directory, { unitId, post, personId });
  if (fault) return refused(fault);
  if (!holdsPost(directory, personId, unitId, post)) {
    return refuse('POST_NOT_HELD', { field: 'personId', params: { post } });
  }
  return accept(
    [{ type: 'TenureEnded', data: { unitId, post, personId, on: civilDateOf(now) } }],
    authority.as,
  );
};

export const directoryDecider: Decider<
  DirectoryState,
  DirectoryCommand,
  DirectoryEvent,
  OrganisationContext
> = {
  initialState,
  decide,
  evolve,
};
