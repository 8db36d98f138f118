/** Units and people enter the directory holding nothing; what they may comes by posts alone. */
import type { Decision, Refusal, UnitId } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import { isActingAdministrator } from './administrator';
import { anyAuthority, authorityOver } from './authority';
import type { OrganisationContext } from './context';
import { ancestors, isRegistered, unitIdOfCode, unitOf } from './directory-view';
import type { PersonRegistered, UnitRegistered } from './directory.events';
import type { Directory } from './directory.state';
import { ID } from './id';
import type { RegisterPerson, RegisterUnit } from './organisation.commands';
import { isLine } from './plain-text';

/** security.md §6. Depth counts the root as 1. */
export const DIRECTORY_LIMITS = { depth: 12, units: 10_000, people: 50_000, unitName: 100 } as const;

const UNIT_CODE = /^[A-Z0-9-]{1,32}$/;

/** Without any unit only the system has authority: the first unit is set up by the one-time code or the seed. */
export const registerUnit = (
  directory: Directory,
  { unitId, code, name, parentId }: RegisterUnit['data'],
  { actor }: OrganisationContext,
): Decision<UnitRegistered> => {
  const authority = authorityOver(directory, actor, parentId ?? directory.root ?? unitId);
  // A unit is nobody's before somebody holds a post there: this much an administrator may do alone.
  if (!authority.may && !isActingAdministrator(directory, actor)) return refuse('NOT_YOURS');
  if (!ID.test(unitId)) return refuse('INVALID', { field: 'unitId' });
  if (!UNIT_CODE.test(code)) return refuse('INVALID', { field: 'code' });
  if (!isLine(name, DIRECTORY_LIMITS.unitName)) return refuse('INVALID', { field: 'name' });
  if (unitOf(directory, unitId)) return refuse('ALREADY_EXISTS', { field: 'unitId' });
  if (unitIdOfCode(directory, code)) return refuse('ALREADY_EXISTS', { field: 'code', params: { code } });
  const fault = faultOfPlace(directory, parentId);
  if (fault) return { ok: false, refusal: fault };
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

export const registerPerson = (
  directory: Directory,
  { personId }: RegisterPerson['data'],
  { actor }: OrganisationContext,
): Decision<PersonRegistered> => {
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
