/** What somebody may read, as data. Every surface asks this one; nothing else decides what is shown (security.md §2.6). */
import { problemOfMeasure, type Campaign } from '../campaign/campaign.state';
import { triager } from '../campaign/duties';
import { obligations } from '../campaign/obligations';
import { descendants, isAdministrator, postsOf } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import type { Post } from '../directory/posts';
import type { Id, PersonId, UnitId } from '../kernel/kernel';
import { entrustedActs } from '../obligation/deputies';
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
  /** Units in whose leading group they are: secretary, deputy, committee. */
  readonly group: readonly UnitId[];
  /** Other units whose posts they fill or propose for: those below the ones that they lead; an administrator's all. */
  readonly filled: readonly UnitId[];
  /** Units whose records they read by a grant, and of those the ones where it reaches to F2. */
  readonly inspected: readonly UnitId[];
  readonly inspectedF2: readonly UnitId[];
  /** References under which what they owe is found (`referencesOf`). */
  readonly owing: readonly string[];
  /** References under which everything is found that is owed in their own units. */
  readonly kept: readonly string[];
  /** Campaigns and problems in which something waits for them or was assigned to them, wherever they are (`scopeIn`). */
  readonly campaigns: readonly Id[];
  readonly problems: readonly Id[];
  /** Problems whose triage is theirs, or was. */
  readonly triaged: readonly Id[];
}

/** Closed by default: the records of the own units, counts of the units below, nothing sideways or upwards. */
export const scopeOf = (directory: Directory, personId: PersonId): Scope => {
  const held = postsOf(directory, personId);
  const units = unique(held.map(({ unitId }) => unitId));
  const unitsOf = (posts: readonly Post[]): readonly UnitId[] =>
    unique(held.flatMap(({ unitId, post }) => (posts.includes(post) ? [unitId] : [])));
  const inspected = Object.hasOwn(directory.inspecting, personId)
    ? (directory.inspecting[personId] ?? [])
    : [];
  const led = unitsOf(['secretary']);
  const below = (of: readonly UnitId[]): readonly UnitId[] =>
    unique(of.flatMap((unitId) => descendants(directory, unitId))).filter((unitId) => !of.includes(unitId));
  return {
    personId,
    self: [personId],
    units,
    below: below(units).filter((unitId) => !units.includes(unitId)),
    led,
    group: unitsOf(LEADING_GROUP),
    filled: isAdministrator(directory, personId) ? Object.keys(directory.units) : below(led),
    inspected: inspected.map(({ unitId }) => unitId),
    inspectedF2: inspected.flatMap(({ unitId, reach }) => (reach === 'F2' ? [unitId] : [])),
    owing: referencesOf(directory, personId),
    // Every obligation of a unit is found under its secretary, who steps in where nobody else may act.
    kept: units.flatMap((unitId) => unitReferences(directory, unitId, 'secretary')),
    campaigns: [],
    problems: [],
    triaged: [],
  } as Omit<Scope, typeof made> as Scope;
};

/** With what one campaign adds: what waits for this person there, from wherever they are, and whose triage is theirs. */
export const scopeIn = (scope: Scope, campaign: Campaign, directory: Directory): Scope => {
  const isTheirs = ({ personId }: { readonly personId: PersonId }): boolean => personId === scope.personId;
  const problemsOf = (ids: readonly Id[]): readonly Id[] =>
    unique(ids.filter((id) => Object.hasOwn(campaign.problems, id)));
  const triaged = Object.values(campaign.problems).filter((problem) => {
    if (problem.status !== 'reported') return problem.triage?.by === scope.personId;
    const { how, people } = resolveHolder(triager(campaign, problem), directory, campaign.unitId);
    return how === 'holder' && people.some(isTheirs);
  });
  const granted = { ...scope, triaged: [...scope.triaged, ...triaged.map(({ id }) => id)] };
  // The leading group reads all of it anyway.
  if (scope.group.includes(campaign.unitId)) return granted;
  const waiting = obligations(campaign).filter(
    (owed) =>
      resolveHolder(owed.holder, directory, campaign.unitId).people.some(isTheirs) ||
      entrustedActs(owed, directory, campaign.unitId, scope.personId).length > 0,
  );
  const isIn = scope.units.includes(campaign.unitId);
  const assigned = isIn ? subjectsAssigned(campaign, scope.personId) : [];
  if (waiting.length === 0 && assigned.length === 0) return isIn ? granted : scope;
  return {
    ...granted,
    campaigns: [...scope.campaigns, campaign.id],
    problems: [
      ...scope.problems,
      ...problemsOf([...waiting.flatMap(({ subject }) => subject.problemId ?? []), ...assigned]),
    ],
  };
};

/** Problems of which this person has a duty by name, or a measure. */
const subjectsAssigned = (campaign: Campaign, personId: PersonId): readonly Id[] =>
  Object.entries(campaign.assigned)
    .filter(([, person]) => person === personId)
    .map(([key]) => key.slice(key.indexOf(':') + 1))
    .flatMap((subject) => problemOfMeasure(campaign, subject)?.id ?? subject);

/** 班子: who reads causes, measures and opinions of their unit. */
const LEADING_GROUP: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
];

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
