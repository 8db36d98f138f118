import {
  allPosts,
  attendedOn,
  directoryDecider,
  type CampaignCommand,
  type Directory,
  type DirectoryEvent,
  type DirectoryState,
  type Post,
} from '@rectify/domain';
import fc from 'fast-check';
import { produce } from 'immer';

/** A world as numbers, so that a failing one shrinks; `built` gives it ids. */
export interface WorldPlan {
  /** Each unit's parent, by place; the first is the root. */
  readonly parents: readonly number[];
  /** Each person's posts, as unit and post by place. */
  readonly people: readonly (readonly (readonly [unit: number, post: number])[])[];
  readonly campaigns: readonly { readonly unit: number; readonly steps: number; readonly choice: number }[];
  /** Who is let inspect which unit, and whether as far as F2; in worlds on PostgreSQL. In memory `changes` has them. */
  readonly grants: readonly (readonly [person: number, unit: number, isF2: boolean])[];
  readonly viewer: number;
  /** What changes of the posts afterwards, each time something else: who leaves one, and who comes to which. */
  readonly changes: readonly (readonly (readonly [person: number, unit: number, post: number])[])[];
}

const posts = allPosts;

/** Worlds made of one by other posts, itself not counted. */
export const CHANGES = 3;

export interface Size {
  readonly units: number;
  readonly people: number;
  readonly campaigns: number;
  readonly steps: number;
  readonly grants: number;
}

/** As security.md asks for: at most 40 units and 60 people. Most worlds are small, where most people are related. */
export const aWorld = ({ units, people, campaigns, steps, grants }: Size): fc.Arbitrary<WorldPlan> =>
  fc.record({
    parents: fc
      .array(fc.nat({ max: units }), { minLength: 2, maxLength: units - 1 })
      .map((above) => [0, ...above.map((parent, at) => parent % (at + 1))]),
    people: fc.array(
      fc.array(fc.tuple(fc.nat({ max: units }), fc.nat({ max: posts.length - 1 })), { maxLength: 3 }),
      { minLength: 4, maxLength: people },
    ),
    campaigns: fc.array(
      fc.record({
        unit: fc.nat({ max: units }),
        steps: fc.nat({ max: steps }),
        choice: fc.nat({ max: 1_000 }),
      }),
      { minLength: 1, maxLength: campaigns },
    ),
    grants: fc.array(fc.tuple(fc.nat({ max: people }), fc.nat({ max: units }), fc.boolean()), {
      maxLength: grants,
    }),
    viewer: fc.nat({ max: people }),
    changes: fc.array(
      fc.array(fc.tuple(fc.nat({ max: people }), fc.nat({ max: units }), fc.nat({ max: posts.length - 1 })), {
        minLength: 1,
        maxLength: 4,
      }),
      { minLength: CHANGES, maxLength: CHANGES },
    ),
  });

/** Every id and every word of a world is its own, so that whatever is seen says where it comes from. */
export interface Named {
  /** Ids in the form of UUIDv7, none of which another world has. */
  readonly id: (kind: 'unit' | 'person' | 'campaign' | 'thing', n: number) => string;
}

const KINDS = { unit: 1, person: 2, campaign: 3, thing: 4 } as const;
export const namedBy = (world: number): Named => ({
  id: (kind, n) =>
    `01900000-${String(KINDS[kind]).padStart(4, '0')}-7000-8${String(world % 1_000).padStart(3, '0')}-${String(n).padStart(12, '0')}`,
});

/** How three changes in eight go. */
const SHUT_OUT = ['PersonLeft', null, 'ReadingGranted', null, 'PersonFrozen', null, null, null] as const;
const DAY = '2026-03-02';

const one: ReadonlySet<Post> = new Set(['secretary']);

export interface Organised {
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
  /** Units, people and posts, as events that a directory takes: no post of one holder is given twice. */
  readonly events: readonly DirectoryEvent[];
  /** The secretary by unit. Whoever launches a campaign is there. */
  readonly secretaries: Readonly<Record<string, string>>;
}

/** `above`: the unit under which the root of this world stands, where it is not the only one. */
export const organised = (plan: WorldPlan, { id }: Named, above: string | null, code: string): Organised => {
  const unitIds = plan.parents.map((_, at) => id('unit', at));
  const launching = plan.campaigns.map(({ unit }) => unit % unitIds.length);
  const secretaries: Record<string, string> = {};
  const held = new Set<string>();
  const tenures: DirectoryEvent[] = [];
  const appoint = (person: number, unit: number, post: Post): void => {
    const [unitId, personId] = [unitIds[unit % unitIds.length] as string, id('person', person)];
    const isTaken = one.has(post) && secretaries[unitId] !== undefined;
    if (isTaken || held.has(`${unitId}:${post}:${personId}`)) return;
    if (post === 'secretary') secretaries[unitId] = personId;
    held.add(`${unitId}:${post}:${personId}`);
    tenures.push({ type: 'AppointedToPost', data: { unitId, post, personId, from: '2026-01-01' } });
  };
  plan.people.forEach((mine, person) =>
    mine.forEach(([unit, post]) => appoint(person, unit, posts[post] as Post)),
  );
  // Somebody launches, somebody else answers, and somebody above steps in where neither may.
  launching.forEach((unit, at) => {
    const first = plan.people.length + 3 * at;
    appoint(first, unit, 'secretary');
    appoint(first + 1, unit, 'organisationMember');
    appoint(first + 2, plan.parents[unit] ?? 0, 'secretary');
  });
  const personIds = Array.from({ length: plan.people.length + 3 * launching.length }, (_, at) =>
    id('person', at),
  );
  return {
    ...{ unitIds, personIds, secretaries },
    events: [
      ...unitIds.map((unitId, at): DirectoryEvent => ({
        type: 'UnitRegistered',
        data: {
          ...{ unitId, code: `${code}-${at}`, name: wordOf('unit', unitId) },
          parentId: at === 0 ? above : (unitIds[plan.parents[at] ?? 0] ?? null),
        },
      })),
      ...personIds.map((personId): DirectoryEvent => ({ type: 'PersonRegistered', data: { personId } })),
      ...tenures,
    ],
  };
};

/**
 * Each time somebody leaves the first of their posts, and comes to another, in somebody's place where there is but one;
 * or leaves all of them, is frozen, or is let inspect the unit.
 */
export const changed = (
  directory: Directory,
  { unitIds, personIds }: Organised,
  change: WorldPlan['changes'][number],
): Directory => attendedOn(changedPosts(directory, { unitIds, personIds }, change), DAY);

const changedPosts = (
  directory: Directory,
  { unitIds, personIds }: Pick<Organised, 'unitIds' | 'personIds'>,
  change: WorldPlan['changes'][number],
): Directory =>
  produce(directory, (draft) => {
    const evolve = (event: DirectoryEvent): void =>
      directoryDecider.evolve(draft as DirectoryState, event, {
        ...{ version: 0, at: '2026-03-02T02:00:00.000Z', actor: { kind: 'system' } },
      });
    for (const [person, unit, at] of change) {
      const personId = personIds[person % personIds.length] as string;
      const [unitId, post] = [unitIds[unit % unitIds.length] as string, posts[at] as Post];
      const shutOut = SHUT_OUT[(person + unit + at) % SHUT_OUT.length];
      if (shutOut === 'ReadingGranted') {
        const terms = { grantId: personId, to: personId, unitId, reason: '-', endOn: DAY, on: DAY };
        evolve({ type: shutOut, data: { ...terms, reach: person % 2 === 0 ? 'F1' : 'F2' } });
        continue;
      }
      if (shutOut) {
        evolve({ type: shutOut, data: { personId, on: '2026-03-02' } });
        continue;
      }
      const [first] = draft.people[personId] ?? [];
      if (first) evolve({ type: 'TenureEnded', data: { ...first, personId, on: '2026-03-02' } });
      const holders = draft.posts[unitId]?.[post] ?? [];
      if (holders.includes(personId)) continue;
      if (one.has(post))
        for (const other of [...holders])
          evolve({ type: 'TenureEnded', data: { unitId, post, personId: other, on: '2026-03-02' } });
      evolve({ type: 'AppointedToPost', data: { unitId, post, personId, from: '2026-03-02' } });
    }
  });

/** `«kind:whose:n»`: a word that stands nowhere else. Its class says who may read it. */
export const wordOf = (kind: string, whose: string, n: number | string = ''): string =>
  `«${kind}:${whose}:${n}»`;

const TITLES: readonly string[] = ['title'];
const WORDS: readonly string[] = [
  ...[
    'detail',
    'reason',
    'text',
    'rootCause',
    'target',
    'result',
    'missing',
    'opinion',
    'looked',
    'evidence',
  ],
  ...['found', 'progress'],
];

/** What several plans say alike, so that what is found by it would tell of the others. */
const COPIED = '修订支部议事规则，明确议题征集、会前酝酿和会后督办三个环节的责任人。';

/** The same command with a word of its own in every text that somebody types. */
export const worded = (command: CampaignCommand, whose: string, n: number): CampaignCommand => {
  let count = 0;
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
    if (typeof value !== 'string') return value;
    const kind = TITLES.includes(key) ? 'title' : WORDS.includes(key) ? 'word' : null;
    if (kind === null) return value;
    if (key === 'text' && n % 2 === 0) return COPIED;
    count += 1;
    return wordOf(kind, whose, `${n}.${count}`);
  };
  return walk(command, '') as CampaignCommand;
};
