import { theProblem, whenProblemIs } from '@rectify/testing';
import {
  alice,
  bob,
  branch,
  carol,
  committee,
  directoryOf,
  dora,
  eve,
  group,
  nobody,
  organisation,
  otherBranch,
} from '../directory/directory.examples';
import { obligations } from '../campaign/obligations';
import { resolveHolder } from '../obligation/holder';
import { accessTo, admits, readable } from './readable';
import { scopeIn, scopeOf } from './scope';

const directory = directoryOf();

describe('what somebody may read', () => {
  it('is the records of their own units, and counts of the units below', () => {
    const of = (person: string) => {
      const { units, below, led, filled } = scopeOf(directory, person);
      return { units, below, led, filled };
    };
    expect(of(bob)).toEqual({
      units: [committee],
      below: [branch, otherBranch, group],
      led: [committee],
      filled: [branch, otherBranch, group],
    });
    expect(of(carol)).toEqual({ units: [branch], below: [group], led: [branch], filled: [group] });
    expect(of(alice)).toEqual({ units: [branch], below: [group], led: [], filled: [] });
    expect(of(dora)).toEqual({
      units: [committee, branch],
      below: [otherBranch, group],
      led: [],
      filled: [],
    });
  });

  it('is of an administrator the units and who holds their posts, and no record', () => {
    const named = { type: 'AdministratorNamed', data: { personId: eve, on: '2026-03-04' } } as const;
    const scope = scopeOf(directoryOf([...organisation, named]), eve);
    expect([scope.units, scope.below, scope.led, scope.kept]).toEqual([[], [], [], []]);
    for (const condition of [readable.person, readable.formerHolder, readable.unit])
      expect(admits(condition, scope, { unit: group })).toBe(true);
    for (const condition of [readable.records, readable.counts, readable.heading, readable.failure])
      expect(admits(condition, scope, { unit: group })).toBe(false);
  });

  it.each([eve, nobody, 'constructor', '__proto__'])('is nothing without a post: %s', (person) => {
    const scope = scopeOf(directory, person);
    expect([scope.units, scope.below, scope.led, scope.filled, scope.kept]).toEqual([[], [], [], [], []]);
    for (const condition of [readable.records, readable.counts, readable.problem, readable.kept])
      expect(admits(condition, scope, { unit: committee, problem: group, refs: [] })).toBe(false);
  });

  it('is the row of what waits for them besides, wherever they are', () => {
    const world = whenProblemIs('issued');
    const { campaign } = world;
    const [waits] = obligations(campaign).filter(({ kind }) => kind === 'acknowledgeProblem');
    const [who] = resolveHolder(waits?.holder as never, world.directory, campaign.unitId).people;
    const away = { ...world.directory, people: { ...world.directory.people } };
    const own = scopeOf(away, who?.personId ?? '');
    // The same person, seen as if their unit's records were not theirs.
    const stranger = { ...own, units: [], below: [], group: [] };
    expect(accessTo(stranger, campaign)).toBe('none');
    const granted = scopeIn(stranger, campaign, away);
    expect(accessTo(granted, campaign)).toBe('counts');
    const problem = theProblem(world).id;
    expect(admits(readable.problem, granted, { unit: campaign.unitId, problem })).toBe(true);
    expect(admits(readable.problem, granted, { unit: campaign.unitId, problem: 'another' })).toBe(false);
    expect(scopeIn(own, campaign, away)).toMatchObject({ campaigns: [], problems: [] });
  });

  it('is told by conditions that let nothing through where a column is absent', () => {
    const scope = scopeOf(directory, bob);
    expect(admits(readable.delivery, scope, { unit: committee })).toBe(false);
    expect(admits(readable.delivery, scope, { unit: committee, person: bob })).toBe(true);
    expect(admits(readable.delivery, scope, { unit: branch, person: bob })).toBe(true);
    expect(admits(readable.delivery, scope, { unit: committee, person: dora })).toBe(false);
    expect(admits(readable.failure, scope, { unit: branch })).toBe(false);
  });
});
