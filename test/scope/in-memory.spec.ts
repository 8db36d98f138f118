import { calendarFor, holdersOf, obligations, resolveHolder } from '@rectify/domain';
import { calendarState } from '@rectify/testing';
import fc from 'fast-check';
import { built, driven, type ScopeWorld } from './drive';
import { answersInMemory, type Answers, type Readable } from './memory-surfaces';
import { rowsOf, type Rows } from './memory-rows';
import { aWorld, changed, CHANGES, namedBy, organised, type WorldPlan } from './plan';
import {
  areUnconcerned,
  expectMonotone,
  expectNeverEmpty,
  expectNothingForeign,
  expectSubsets,
  expectUnchanged,
} from './properties';

/** `SCOPE_WORLDS=50000` plays more of them, `SCOPE_SEED` the same again. */
const RUNS = Number(process.env['SCOPE_WORLDS'] ?? 2_000);
const SEED = Number(process.env['SCOPE_SEED'] ?? 20_260_301);

const calendar = calendarState();

/** The worlds of one plan: the same campaigns, as they are read with these posts and with others. */
const worldsOf = (plan: WorldPlan): readonly ScopeWorld[] => {
  const org = organised(plan, namedBy(0), null, 'U');
  const first = built(plan, namedBy(0), org);
  return [
    first,
    ...plan.changes.map((change) => {
      const directory = changed(first.directory, org, change);
      return { ...first, directory, campaigns: first.campaigns.map((each) => ({ ...each, directory })) };
    }),
  ];
};

/** Anybody or a secretary, and somebody for whom something waits. */
const viewersOf = ({ directory, campaigns }: ScopeWorld, n: number): readonly string[] => {
  const secretaries = campaigns.flatMap(({ campaign }) => holdersOf(directory, campaign.unitId, 'secretary'));
  const anybody = n % 2 === 0 || secretaries.length === 0 ? Object.keys(directory.people) : secretaries;
  const holders = campaigns.flatMap(({ campaign }) =>
    obligations(campaign).flatMap(({ holder }) =>
      resolveHolder(holder, directory, campaign.unitId).people.map(({ personId }) => personId),
    ),
  );
  return [...new Set([anybody, holders].flatMap((some) => some[n % some.length] ?? []))];
};

const rowsOfEach = ({ campaigns }: ScopeWorld): readonly Rows[] =>
  campaigns.map(({ campaign, log }) => rowsOf(campaign, log));
const toRead = ({ directory, now }: ScopeWorld, campaigns: readonly Rows[]): Readable => ({
  ...{ directory, now, campaigns, accountsOf: () => [] },
  calendarOf: (unitId) => calendarFor(calendar, directory, unitId),
});

/** How often a measure was said to stand in another plan. */
const alikeIn = (answers: Answers): number =>
  Object.entries(answers)
    .filter(([route]) => route.endsWith('/same-measures'))
    .reduce((all, [, list]) => all + ((list as { items: readonly object[] } | null)?.items.length ?? 0), 0);

describe('whatever the organisation, whoever reads', () => {
  it(`P1 P2 P3 P5 P6 hold over every surface in ${RUNS} worlds`, () => {
    let [met, apart, alike] = [0, 0, 0];

    /** Somebody else's campaign goes on, out of this one's sight. */
    const goesOn = (world: ScopeWorld, viewer: string, rows: readonly Rows[], before: Answers): void => {
      const [other] = areUnconcerned(world, viewer);
      const known = other === undefined ? undefined : world.campaigns[other];
      if (other === undefined || !known) return;
      const campaign = driven(known, 5, 3);
      const campaigns = world.campaigns.map((each, at) => (at === other ? campaign : each));
      if (!areUnconcerned({ ...world, campaigns }, viewer).includes(other)) return;
      apart += 1;
      const then = rows.map((each, at) => (at === other ? rowsOf(campaign.campaign, campaign.log) : each));
      expectUnchanged(before, answersInMemory(toRead(world, then), viewer));
    };

    const holds = (world: ScopeWorld, rows: readonly Rows[], n: number): void => {
      const readable = toRead(world, rows);
      for (const viewer of viewersOf(world, n)) {
        const answers = answersInMemory(readable, viewer);
        alike += alikeIn(answers);
        expectSubsets(world, answers);
        expectNothingForeign(world, viewer, answers);
        expectMonotone(readable, viewer, answers);
        met += expectNeverEmpty(readable, viewer, answers);
        goesOn(world, viewer, rows, answers);
      }
    };

    const size = { units: 12, people: 16, campaigns: 2, steps: 40, grants: 0 };
    const plans = fc.property(aWorld(size), (plan) => {
      const worlds = worldsOf(plan);
      const rows = rowsOfEach(worlds[0] as ScopeWorld);
      worlds.forEach((world, at) => holds(world, rows, plan.viewer + at));
    });
    fc.assert(plans, { numRuns: Math.ceil(RUNS / (1 + CHANGES)), seed: SEED });
    // Not vacuous: in most worlds somebody is shown something, and in many there is something to keep from them.
    expect(met).toBeGreaterThan(RUNS);
    expect(apart).toBeGreaterThan(RUNS / 20);
    // Some plans say the same, so what is kept of it is kept from somebody.
    expect(alike).toBeGreaterThan(0);
  }, 14_400_000);
});
