import { isActive } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import type { ActedAs, DeepReadonly, Id, PersonId, UnitId } from '../kernel/kernel';
import { resolveHolder } from './holder';
import type { Action, Holder, Obligation } from './obligation';

/** Somebody to whom a holder entrusted some of their powers, in the holder's own post. */
export interface Deputy extends ActedAs {
  readonly personId: PersonId;
  readonly onBehalfOf: PersonId;
  readonly delegationId: Id;
  readonly powers: readonly string[];
  /** Their own part excludes this one, though it does not exclude the holder's. */
  readonly isBarred: boolean;
}

/**
 * Who may act today on behalf of those whom this holder resolves to. A holder is resolved by posts and assignments alone,
 * so nothing that was entrusted is entrusted on; the conflicts of both count (security.md §2.1).
 */
export const deputiesOf = (
  holder: DeepReadonly<Holder>,
  directory: Directory,
  unitId: UnitId,
): readonly Deputy[] => {
  if (Object.keys(directory.entrusted).length === 0) return [];
  const { how, people } = resolveHolder(holder, directory, unitId);
  if (how !== 'holder') return [];
  return people.flatMap(({ personId: onBehalfOf, unitId: at, post }) =>
    (directory.entrusted[onBehalfOf] ?? [])
      .filter(({ to }) => isActive(directory, to))
      .map(({ id, to, powers }) => ({
        ...{ personId: to, onBehalfOf, delegationId: id, powers, unitId: at, post },
        isBarred: isBarred(holder, directory, unitId, to),
      })),
  );
};

/** Which of an obligation's acts somebody may do on behalf of those it waits for. */
export const entrustedActs = (
  {
    holder,
    action,
    alternatives,
  }: Pick<Obligation, 'action' | 'alternatives'> & { readonly holder: DeepReadonly<Holder> },
  directory: Directory,
  unitId: UnitId,
  personId: PersonId,
): readonly Action[] => {
  const own = deputiesOf(holder, directory, unitId).filter(
    (deputy) => deputy.personId === personId && !deputy.isBarred,
  );
  return [action, ...alternatives].filter(({ command }) =>
    own.some(({ powers }) => powers.includes(command)),
  );
};

/** Asked as of an assignment: whom history or another duty excludes could not be named either. */
const isBarred = (
  holder: DeepReadonly<Holder>,
  directory: Directory,
  unitId: UnitId,
  person: PersonId,
): boolean => {
  const named = resolveHolder({ ...holder, person }, { ...directory, absent: {} }, unitId);
  return named.how !== 'holder';
};
