import type { ActedAs, DeepReadonly, PersonId, UnitId } from '../kernel/kernel';
import { isAbsent } from '../directory/absence';
import type { Directory } from '../directory/directory.state';
import { children, holdersOf, isAdministrator, postsOf, resolvePostRef } from '../directory/directory-view';
import { parsePostRef, type Post } from '../directory/posts';
import type { PostRef } from '../template/template.definition';
import { ADMINISTRATOR, type Holder } from './obligation';

export interface Eligible extends ActedAs {
  readonly personId: PersonId;
}

/** Whom an obligation waits for, and why it is them. */
export interface Resolution {
  readonly people: readonly Eligible[];
  /**
   * `holder`: the assigned person or the first filled post of the duty's list. `instead`: nobody of the list may act;
   * these are asked to assign somebody: the secretary, the upper unit's where separation of duties bars the secretary,
   * and the barred secretary where there is nobody above. `nobody`: not even they are there.
   */
  readonly how: 'holder' | 'instead' | 'nobody';
  /** Persons on the list whom separation of duties excluded; a refusal names the reason by them. */
  readonly excluded: readonly PersonId[];
}

const fallback: readonly PostRef[] = ['secretary', 'secretary@parent'];

/**
 * Resolves a holder against the directory as it stands: an assigned person while they hold a post, else the first post
 * of the list that is filled by a person whom separation of duties allows (rulings §4; templates.json, note). While
 * somebody is away the next of the list stands in; where all of them are away it stays with whom it belongs to.
 */
export const resolveHolder = (
  holder: DeepReadonly<Holder>,
  directory: Directory,
  unitId: UnitId,
): Resolution => {
  const barred = new Set([...holder.not, ...holdersNow(holder.apartFrom, directory, unitId)]);
  const bySecretary = holder.asSecretaryNot;
  const barredAsSecretary = new Set(
    bySecretary ? [...bySecretary.people, ...holdersNow(bySecretary.holders, directory, unitId)] : [],
  );
  // A second post does not launder a conflict: it is the person who is secretary, whatever the list calls them.
  for (const personId of holdersOf(directory, unitId, 'secretary')) {
    if (barredAsSecretary.has(personId)) barred.add(personId);
  }
  const excluded = new Set<PersonId>();
  const among = (
    posts: readonly PostRef[],
    isThere: (personId: PersonId) => boolean,
  ): readonly Eligible[] => {
    for (const ref of posts) {
      const { unitId: at, post, people } = resolvePostRef(directory, unitId, ref);
      for (const personId of people) if (barred.has(personId)) excluded.add(personId);
      const seated = people.find((personId) => personId === holder.seated && !barred.has(personId));
      const free = people.filter(
        (personId) =>
          !barred.has(personId) && isThere(personId) && (seated === undefined || personId === seated),
      );
      if (free.length > 0) return free.map((personId) => ({ personId, unitId: at, post }));
    }
    return [];
  };
  const isPresent = (personId: PersonId): boolean => !isAbsent(directory, personId);
  const firstOf = (posts: readonly PostRef[]): readonly Eligible[] => {
    const present = among(posts, isPresent);
    return present.length > 0 ? present : among(posts, () => true);
  };
  const resolution = (people: readonly Eligible[], how: Resolution['how']): Resolution => ({
    people,
    how,
    excluded: [...excluded],
  });

  if (holder.person !== null) {
    const isBarred = barred.has(holder.person);
    if (isBarred) excluded.add(holder.person);
    const assigned = isBarred ? null : assignee(holder.person, directory, unitId);
    if (assigned) {
      const standIns = isPresent(holder.person) ? [] : among(holder.posts, isPresent);
      return resolution(standIns.length > 0 ? standIns : [assigned], 'holder');
    }
  } else {
    const people = holder.office ? administrators(directory, unitId) : [];
    if (people.length === 0) people.push(...firstOf(holder.posts));
    if (people.length > 0) return resolution(people, 'holder');
  }
  // Who judged it may still name who does the work.
  if (holder.duty?.kind === 'owner') barred.clear();
  const people = firstOf(fallback);
  if (people.length > 0) return resolution(people, 'instead');
  barred.clear();
  const barredSecretary = firstOf(fallback);
  return resolution(barredSecretary, barredSecretary.length > 0 ? 'instead' : 'nobody');
};

/**
 * The persons who hold other duties at this moment, and those for whom they stand in: a stand-in inherits the conflicts
 * of the person stood in for, who keeps them (domain.md §4.1).
 */
const holdersNow = (
  holders: DeepReadonly<readonly Holder[]>,
  directory: Directory,
  unitId: UnitId,
): PersonId[] => {
  const isAnybodyAway = Object.keys(directory.absent).length > 0;
  const views = isAnybodyAway ? [directory, { ...directory, absent: {} }] : [directory];
  return holders.flatMap((other) =>
    views.flatMap((view) => {
      const resolved = resolveHolder(other, view, unitId);
      return resolved.how === 'holder' ? resolved.people.map(({ personId }) => personId) : [];
    }),
  );
};

const administrators = (directory: Directory, unitId: UnitId): Eligible[] =>
  Object.keys(directory.administrators).map((personId) => ({ personId, unitId, post: ADMINISTRATOR }));

/** An assigned person acts in the post they hold in the campaign's unit, else in any they hold; without one not at all. */
const assignee = (personId: PersonId, directory: Directory, unitId: UnitId): Eligible | null => {
  const posts = postsOf(directory, personId);
  const own = posts.find((held) => held.unitId === unitId) ?? posts[0];
  return own ? { personId, unitId: own.unitId, post: own.post } : null;
};

/** The unit of what the installation owes: whichever unit is the root when it is read. */
const ROOT = 'root';

/**
 * The references by which an obligation's row can be found: `<unit>:<post>`, `^<unit>:<post>` for a post of the unit above
 * that one, `person:<id>`, or the office's name; the fallback included. A superset of everybody whom `resolveHolder` may ever answer, so
 * that a list of mine reads few rows and resolves those. Without a unit it is the root's.
 */
export const holderReferences = (holder: DeepReadonly<Holder>, unitId: UnitId | null): string[] => {
  const references = new Set<string>(holder.person === null ? [] : [`person:${holder.person}`]);
  // An assigned person's list counts too: its first post stands in while they are away.
  for (const ref of [...holder.posts, ...fallback]) {
    const { post, above } = parsePostRef(ref);
    references.add(`${above ? '^' : ''}${unitId ?? ROOT}:${post}`);
  }
  if (holder.office) references.add(holder.office);
  return [...references];
};

/** The references under which a person's obligations may stand: their own, and those of whoever entrusted them with some. */
export const referencesOf = (directory: Directory, personId: PersonId): string[] => {
  const others = Object.values(directory.entrusted).flatMap((given) =>
    given.flatMap(({ from, to }) => (to === personId ? [from] : [])),
  );
  return [...new Set([personId, ...others].flatMap((each) => ownReferences(directory, each)))];
};

/** A person's own, their office's, their posts', and those of units right below. */
const ownReferences = (directory: Directory, personId: PersonId): string[] => [
  `person:${personId}`,
  ...(isAdministrator(directory, personId) ? [ADMINISTRATOR] : []),
  ...postsOf(directory, personId).flatMap(({ unitId, post }) => [
    ...unitReferences(directory, unitId, post),
    ...children(directory, unitId).map((below) => `^${below}:${post}`),
  ]),
];

/** The references of a post itself: under the unit's name, and of the root also under no name. */
export const unitReferences = (directory: Directory, unitId: UnitId, post: Post): string[] =>
  unitId === directory.root ? [`${unitId}:${post}`, `${ROOT}:${post}`] : [`${unitId}:${post}`];
