import { given, stateAfter } from '@rectify/testing';
import {
  appointed,
  bob,
  branch,
  carol,
  committee,
  context,
  eve,
  on,
  organisation,
  person,
} from './directory.examples';
import { directoryDecider } from './directory.decider';
import type { DirectoryEvent } from './directory.events';
import { IMPORT_LIMITS, readImport } from './import';
import type { ImportedPost, ImportedUnit, ImportOrganisation } from './import.commands';

const id = (n: number): string => `018f0000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const [fresh, admin] = [id(501), id(502)];
const named: readonly DirectoryEvent[] = [
  ...organisation,
  person(admin),
  { type: 'AdministratorNamed', data: { personId: admin, on } },
];

const unit = (n: number, code: string, parent: string | null, name = `单位${code}`): ImportedUnit => ({
  ...{ unitId: id(n), code, name, parent },
});
const post = (more: Partial<ImportedPost> = {}): ImportedPost => ({
  ...{ unit: 'QW-03', post: 'secretary', personId: fresh, proposalId: id(900) },
  ...more,
});
type File = ImportOrganisation['data'];
const file = (more: Partial<File> = {}): File => ({ units: [], people: [], posts: [], ...more });
const bring = (more: Partial<File>): ImportOrganisation => ({ type: 'ImportOrganisation', data: file(more) });
const at = (...more: readonly DirectoryEvent[]) => given(directoryDecider, ...named, ...more);
const by = (who?: string, ...more: readonly DirectoryEvent[]) => context(who, [...named, ...more]);
/** What a dry run says. */
const read = (more: Partial<File>, who = bob, ...before: readonly DirectoryEvent[]) => {
  const shown = readImport(stateAfter(directoryDecider, ...named, ...before), file(more), by(who, ...before));
  return shown.ok ? shown.read.lines : shown.refusal;
};
const linesOf = (...of: Parameters<typeof read>) => {
  const lines = read(...of);
  if ('code' in lines) throw new Error(lines.code);
  return lines.map((line) => [line.at, line.outcome, line.refusal?.code, line.refusal?.field]);
};

const whole = {
  units: [unit(2, 'QW-03-1', 'QW-03'), unit(1, 'QW-03', 'QW')],
  people: [{ personId: fresh }],
  posts: [post({ from: '2026-01-05' })],
};
const became: readonly DirectoryEvent[] = [
  { type: 'UnitRegistered', data: { unitId: id(1), code: 'QW-03', name: '单位QW-03', parentId: committee } },
  { type: 'UnitRegistered', data: { unitId: id(2), code: 'QW-03-1', name: '单位QW-03-1', parentId: id(1) } },
  person(fresh),
  {
    type: 'AppointedToPost',
    data: { unitId: id(1), post: 'secretary', personId: fresh, from: '2026-01-05' },
  },
];

describe('an import of the organisation', () => {
  it('by the secretary of the top unit makes units, people and tenures, in whatever order they stand', () => {
    at()
      .when(bring(whole), by(bob))
      .then(...became)
      .thenAs({ unitId: committee, post: 'secretary' });
  });

  it('by an administrator registers the same, and only proposes the posts', () => {
    const proposal = { unitId: id(1), post: 'secretary', personId: fresh } as const;
    at()
      .when(bring(whole), by(admin))
      .then(...became.slice(0, 3), {
        type: 'AppointmentProposed',
        data: { proposalId: id(900), ...proposal, by: admin, on },
      })
      .thenAs(null);
  });

  it.each([carol, eve])('is nobody else’s: %s', (who) => {
    at().when(bring(whole), by(who)).thenRefused('NOT_YOURS');
    expect(read(whole, who)).toEqual({ code: 'NOT_YOURS' });
  });

  it('said again changes nothing, whoever says it', () => {
    at(...became)
      .when(bring(whole), by(bob, ...became))
      .then();
    at(...became)
      .when(bring(whole), by(admin, ...became))
      .then();
    const proposed: DirectoryEvent = {
      type: 'AppointmentProposed',
      data: { ...{ proposalId: id(901), unitId: id(1), post: 'secretary' }, personId: fresh, by: admin, on },
    };
    const open = [...became.slice(0, 3), proposed];
    at(...open)
      .when(bring(whole), by(admin, ...open))
      .then();
    expect(linesOf(whole, bob, ...became).map(([, outcome]) => outcome)).toEqual(Array(4).fill('unchanged'));
  });

  it('says of every line what would become of it, and of what is wrong the place and why', () => {
    const wrong = {
      units: [
        unit(1, 'QW-03', 'QW'),
        unit(2, 'QW-04', 'QW-99'),
        unit(3, 'QW-01', 'QW', '改了名'),
        unit(4, 'QW-02', 'QW-01'),
        unit(5, 'QW-05', 'QW-06'),
        unit(6, 'QW-06', 'QW-05'),
        unit(7, 'QW-03', 'QW'),
        unit(8, 'TOP', null),
        unit(9, 'low', 'QW'),
      ],
      people: [{ personId: fresh }, { personId: bob }, { personId: 'x' }],
      posts: [
        post(),
        post({ unit: 'QW-99' }),
        post({ personId: id(777) }),
        post({ unit: 'QW-01', personId: fresh }),
        post({ unit: 'QW', personId: admin, post: 'member' }),
        post({ unit: 'QW', post: 'member', from: '2026-03-05' }),
        post({ unit: 'QW', personId: bob }),
      ],
    };
    expect(linesOf(wrong)).toEqual([
      ['units[0]', 'added', undefined, undefined],
      ['units[1]', 'refused', 'UNIT_UNKNOWN', 'units[1].parent'],
      ['units[2]', 'refused', 'UNIT_DIFFERS', 'units[2].name'],
      ['units[3]', 'refused', 'UNIT_DIFFERS', 'units[3].parent'],
      ['units[4]', 'refused', 'UNIT_UNKNOWN', 'units[4].parent'],
      ['units[5]', 'refused', 'UNIT_UNKNOWN', 'units[5].parent'],
      ['units[6]', 'refused', 'NOT_UNIQUE', 'units[6].code'],
      ['units[7]', 'refused', 'ROOT_EXISTS', 'units[7].parent'],
      ['units[8]', 'refused', 'INVALID', 'units[8].code'],
      ['people[0]', 'added', undefined, undefined],
      ['people[1]', 'unchanged', undefined, undefined],
      ['people[2]', 'refused', 'INVALID', 'people[2].account'],
      ['posts[0]', 'added', undefined, undefined],
      ['posts[1]', 'refused', 'UNIT_UNKNOWN', 'posts[1].unit'],
      ['posts[2]', 'refused', 'PERSON_UNKNOWN', 'posts[2].person'],
      ['posts[3]', 'refused', 'POST_TAKEN', 'posts[3].post'],
      ['posts[4]', 'refused', 'ADMINISTRATOR_HOLDS_NO_POST', 'posts[4].person'],
      ['posts[5]', 'refused', 'DATE_IN_FUTURE', 'posts[5].from'],
      ['posts[6]', 'unchanged', undefined, undefined],
    ]);
    // Whole or nothing, and the first place is the one that is told.
    at().when(bring(wrong), by(bob)).thenRefused('UNIT_UNKNOWN', 'units[1].parent');
  });

  it('is judged line by line on what the lines before it would make', () => {
    const two = { ...whole, people: [{ personId: fresh }, { personId: id(503) }] };
    const posts = [post(), post({ personId: id(503) })];
    at()
      .when(bring({ ...two, posts }), by(bob))
      .thenRefused('POST_TAKEN', 'posts[1].post');
    const state = stateAfter(directoryDecider, ...named);
    expect(Object.keys(state.units)).not.toContain(id(1));
  });

  it('goes down to the twelfth level and no deeper', () => {
    const chain = (levels: number) =>
      Array.from({ length: levels }, (_, n) =>
        unit(n + 1, `L-${n}`, n === 0 ? 'QW' : `L-${n - 1}`),
      ).reverse();
    at()
      .when(bring({ units: chain(12) }), by(bob))
      .thenRefused('TREE_TOO_DEEP', 'units[0].parent');
    expect(linesOf({ units: chain(11) }).every(([, outcome]) => outcome === 'added')).toBe(true);
  });

  it('is bounded: lines of each kind, and facts of them all', () => {
    const { lines, facts } = IMPORT_LIMITS;
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ personId: id(1_000 + n) }));
    at()
      .when(bring({ people: many(lines + 1) }), by(bob))
      .thenRefused('LIMIT_REACHED', 'people');
    const decided = directoryDecider.decide(
      stateAfter(directoryDecider, ...named),
      bring({ people: many(facts) }),
      by(bob),
    );
    expect(decided).toMatchObject({ ok: true });
    at()
      .when(bring({ units: [unit(1, 'QW-03', 'QW')], people: many(facts) }), by(bob))
      .thenRefused('LIMIT_REACHED', 'posts');
  });

  it('leaves a post that somebody holds as it is, and says so', () => {
    const again = { posts: [post({ unit: 'QW-01', personId: carol })] };
    expect(linesOf(again)).toEqual([['posts[0]', 'unchanged', undefined, undefined]]);
    const more = appointed(branch, 'member', carol);
    expect(linesOf({ posts: [post({ unit: 'QW-01', post: 'member', personId: carol })] }, bob, more)).toEqual(
      [['posts[0]', 'unchanged', undefined, undefined]],
    );
  });
});
