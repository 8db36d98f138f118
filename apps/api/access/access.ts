import {
  resolveHolder,
  scope,
  type Directory,
  type Holder,
  type PersonId,
  type UnitId,
} from '@rectify/domain';
import type { DeepReadonly } from '@rectify/domain';

/** What somebody may read of a unit: its records, counts only, or nothing at all (then it is as if it did not exist). */
export type Access = 'records' | 'counts' | 'none';

export const accessTo = (directory: Directory, personId: PersonId, unitId: UnitId): Access => {
  const { rows, counts } = scope(directory, personId);
  if (rows.includes(unitId)) return 'records';
  return counts.includes(unitId) ? 'counts' : 'none';
};

/** Whether an obligation waits for this person at this moment; then its row is theirs to read, from wherever they are. */
export const isHeldBy = (
  directory: Directory,
  personId: PersonId,
  obligation: { readonly holder: DeepReadonly<Holder> },
  unitId: UnitId,
): boolean =>
  resolveHolder(obligation.holder, directory, unitId).people.some((person) => person.personId === personId);
