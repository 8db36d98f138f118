/** Questions everybody asks the directory; all answer on ids that do not exist (nobody, nothing) instead of failing. */
import type { DeepReadonly, PersonId, UnitId } from '../kernel/kernel';
import type { Directory, EndedTenure, HeldPost, Standing, Unit } from './directory.state';
import type { Post, PostRef } from './posts';
import { parsePostRef } from './posts';

/** Own properties only: an id such as `constructor` names nothing. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const unitOf = (directory: Directory, unitId: UnitId): DeepReadonly<Unit> | undefined =>
  own(directory.units, unitId);

export const unitIdOfCode = (directory: Directory, code: string): UnitId | undefined =>
  own(directory.unitByCode, code);

export const isRegistered = (directory: Directory, personId: PersonId): boolean =>
  Object.hasOwn(directory.people, personId);

/** Who holds a post of a unit, in order of appointment. */
export const holdersOf = (directory: Directory, unitId: UnitId, post: Post): readonly PersonId[] =>
  own(directory.posts, unitId)?.[post] ?? [];

/** Which posts a person holds, in order of appointment. */
export const postsOf = (directory: Directory, personId: PersonId): DeepReadonly<HeldPost[]> =>
  own(directory.people, personId) ?? [];

/** Tenures that have ended, the latest last. */
export const endedTenuresOf = (directory: Directory, personId: PersonId): DeepReadonly<EndedTenure[]> =>
  own(directory.ended, personId) ?? [];

export const holdsPost = (directory: Directory, personId: PersonId, unitId: UnitId, post: Post): boolean =>
  holdersOf(directory, unitId, post).includes(personId);

const NEVER_BARRED: DeepReadonly<Standing> = { epoch: 0, barred: null, held: [] };

export const standingOf = (directory: Directory, personId: PersonId): DeepReadonly<Standing> =>
  own(directory.standing, personId) ?? NEVER_BARRED;

export const isAdministrator = (directory: Directory, personId: PersonId): boolean =>
  Object.hasOwn(directory.administrators, personId);

/** Whether a person holds at least one post; nobody else may do anything. */
export const isActive = (directory: Directory, personId: PersonId): boolean =>
  postsOf(directory, personId).length > 0;

export const parentOf = (directory: Directory, unitId: UnitId): UnitId | null =>
  unitOf(directory, unitId)?.parentId ?? null;

/** The units above, the nearest first. */
export const ancestors = (directory: Directory, unitId: UnitId): UnitId[] => {
  const above: UnitId[] = [];
  for (let at = parentOf(directory, unitId); at !== null; at = parentOf(directory, at)) above.push(at);
  return above;
};

/** The units directly below, in order of registration. */
export const children = (directory: Directory, unitId: UnitId): readonly UnitId[] =>
  unitOf(directory, unitId)?.children ?? [];

/** All units below, level by level. */
export const descendants = (directory: Directory, unitId: UnitId): UnitId[] => {
  const below = [...children(directory, unitId)];
  for (let index = 0; index < below.length; index += 1)
    below.push(...children(directory, below[index] as UnitId));
  return below;
};

export interface ResolvedPost {
  /** The unit whose post it is; the unit asked from where there is none above it. */
  unitId: UnitId;
  post: Post;
  people: readonly PersonId[];
}

/** Finds the people behind a post reference as seen from a unit; the root has no unit above, hence no people. */
export const resolvePostRef = (directory: Directory, unitId: UnitId, ref: PostRef): ResolvedPost => {
  const { post, above } = parsePostRef(ref);
  const at = above ? parentOf(directory, unitId) : unitId;
  return at === null
    ? { unitId, post, people: [] }
    : { unitId: at, post, people: holdersOf(directory, at, post) };
};
