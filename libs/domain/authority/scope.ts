/** What somebody may read, as data. Every surface asks this one; nothing else decides what is shown (security.md §2.6). */
import type { Campaign } from '../campaign/campaign.state';
import { obligations } from '../campaign/obligations';
import { descendants, postsOf } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import type { Id, PersonId, UnitId } from '../kernel/kernel';
import { referencesOf, resolveHolder, unitReferences } from '../obligation/holder';

declare const made: unique symbol;

/** Lists of ids that somebody's reading rests on. Made by `scopeOf` alone, so that no query can be given another. */
export interface Scope {
  readonly [made]: true;
  readonly personId: PersonId;
  readonly self: readonly PersonId[];
  /** Units in which they hold a post: these records are theirs to read. */
  readonly units: readonly UnitId[];
  /** Units below these, of which they see counts only. */
  readonly below: readonly UnitId[];
  /** Units whose secretary they are. */
  readonly led: readonly UnitId[];
  /** Units below those, whose posts a secretary fills. */
  readonly filled: readonly UnitId[];
  /** References under which what they owe is found (`referencesOf`). */
  readonly owing: readonly string[];
  /** References under which everything is found that is owed in their own units. */
  readonly kept: readonly string[];
  /** Campaigns and problems outside their units of which something waits for them (`scopeIn`). */
  readonly campaigns: readonly Id[];
  readonly problems: readonly Id[];
}

/** Closed by default: the records of the own units, counts of the units below, nothing sideways or upwards. */
export const scopeOf = (directory: Directory, personId: PersonId): Scope => {
  const held = postsOf(directory, personId);
  const units = unique(held.map(({ unitId }) => unitId));
  const led = unique(held.flatMap(({ unitId, post }) => (post === 'secretary' ? [unitId] : [])));
  const below = (of: readonly UnitId[]): readonly UnitId[] =>
    unique(of.flatMap((unitId) => descendants(directory, unitId))).filter((unitId) => !of.includes(unitId));
  return {
    personId,
    self: [personId],
    units,
    below: below(units).filter((unitId) => !units.includes(unitId)),
    led,
    filled: below(led),
    owing: referencesOf(directory, personId),
    // Every obligation of a unit is found under its secretary, who steps in where nobody else may act.
    kept: units.flatMap((unitId) => unitReferences(directory, unitId, 'secretary')),
    campaigns: [],
    problems: [],
  } as Omit<Scope, typeof made> as Scope;
};

/** With what waits for this person in one campaign: it is theirs to read, from wherever they are. */
export const scopeIn = (scope: Scope, campaign: Campaign, directory: Directory): Scope => {
  if (scope.units.includes(campaign.unitId)) return scope;
  const mine = obligations(campaign).filter(({ holder }) =>
    resolveHolder(holder, directory, campaign.unitId).people.some(
      ({ personId }) => personId === scope.personId,
    ),
  );
  if (mine.length === 0) return scope;
  const problems = unique(mine.flatMap(({ subject }) => subject.problemId ?? []));
  return {
    ...scope,
    campaigns: [...scope.campaigns, campaign.id],
    problems: [...scope.problems, ...problems],
  };
};

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
