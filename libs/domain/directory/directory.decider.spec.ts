import { given, stateAfter } from '@rectify/testing';
import {
  alice,
  appointed,
  bob,
  branch,
  carol,
  committee,
  context,
  dora,
  eve,
  group,
  nobody,
  organisation,
  otherBranch,
  person,
  registered,
  secretaryOf,
  on,
} from './directory.examples';
import { directoryDecider, type DirectoryCommand } from './directory.decider';
import type { DirectoryEvent } from './directory.events';
import { holdersOf, postsOf, endedTenuresOf } from './directory-view';
import type { AppointToPost, EndTenure } from './organisation.commands';

const as = (personId?: string, events = organisation) => context(personId, events);
const register = (
  unitId: string,
  code: string,
  parentId: string | null,
  name = '第三支部',
): DirectoryCommand => ({
  type: 'RegisterUnit',
  data: { unitId, code, name, parentId },
});
const unit = (unitId: string, code: string, parentId: string | null): DirectoryEvent => ({
  type: 'UnitRegistered',
  data: { unitId, code, name: '第三支部', parentId },
});
const appoint = (data: Partial<AppointToPost['data']> = {}): AppointToPost => ({
  type: 'AppointToPost',
  data: { unitId: branch, post: 'member', personId: eve, ...data },
});
const end = (data: Partial<EndTenure['data']> = {}): EndTenure => ({
  type: 'EndTenure',
  data: { unitId: branch, post: 'secretary', personId: carol, ...data },
});
const theOrganisation = () => given(directoryDecider, ...organisation);
const empty = () => given(directoryDecider);

describe('an empty directory', () => {
  it('gets its first unit and person from the system alone', () => {
    empty()
      .when(register(committee, 'QW', null), as(undefined, []))
      .then(unit(committee, 'QW', null))
      .thenAs(null);
    empty()
      .when(register(committee, 'QW', null), as(bob, []))
      .thenRefused('NOT_YOURS');
    empty()
      .when({ type: 'RegisterPerson', data: { personId: bob } }, as(bob, []))
      .thenRefused('NOT_YOURS');
  });
});

describe('registering a unit', () => {
  it('belongs to the secretary of the unit above or of one above that', () => {
    theOrganisation()
      .when(register(nobody, 'QW-01-2', branch), as(secretaryOf.branch))
      .then(unit(nobody, 'QW-01-2', branch))
      .thenAs({ unitId: branch, post: 'secretary' });
    theOrganisation()
      .when(register(nobody, 'QW-01-2', branch), as(secretaryOf.committee))
      .thenAs({ unitId: committee, post: 'secretary' });
    theOrganisation()
      .when(register(nobody, 'X', otherBranch), as(secretaryOf.branch))
      .thenRefused('NOT_YOURS');
    theOrganisation()
      .when(register(nobody, 'X', branch), as(alice))
      .thenRefused('NOT_YOURS');
  });

  it.each<[string, DirectoryCommand, string, string]>([
    ['a known id', register(group, 'X', branch), 'ALREADY_EXISTS', 'unitId'],
    ['a known code', register(nobody, 'QW-02', branch), 'ALREADY_EXISTS', 'code'],
    ['a code in small letters', register(nobody, 'qw-3', branch), 'INVALID', 'code'],
    ['a code of 33 letters', register(nobody, 'A'.repeat(33), branch), 'INVALID', 'code'],
    ['an id that is none', register('constructor', 'X', branch), 'INVALID', 'unitId'],
    ['a blank name', register(nobody, 'X', branch, '  '), 'INVALID', 'name'],
    ['a name of 101 characters', register(nobody, 'X', branch, '支'.repeat(101)), 'INVALID', 'name'],
    ['a name with an invisible character', register(nobody, 'X', branch, '支\u202e部'), 'INVALID', 'name'],
    ['an unknown parent', register(nobody, 'X', 'constructor'), 'NOT_FOUND', 'parentId'],
    ['a second root', register(nobody, 'X', null), 'ROOT_EXISTS', 'parentId'],
  ])('refuses %s', (_what, command, code, field) => {
    theOrganisation().when(command, as()).thenRefused(code, field);
  });

  it('takes a name of 100 characters outside the first plane', () => {
    const name = '\u{20000}'.repeat(100);
    theOrganisation()
      .when(register(nobody, 'X', branch, name), as())
      .then({ type: 'UnitRegistered', data: { unitId: nobody, code: 'X', name, parentId: branch } });
  });

  it('goes twelve levels deep and no further', () => {
    const levels = [committee, branch, group, otherBranch, alice, bob, carol, dora, eve].concat(
      [1, 2, 3].map((n) => `018f0000-0000-7000-8000-0000000001${n}0`),
    );
    const chain = levels.map((unitId, index) => registered(unitId, `L${index}`, levels[index - 1] ?? null));
    const below = (depth: number) =>
      given(directoryDecider, ...chain.slice(0, depth)).when(
        register(nobody, 'DEEP', levels[depth - 1] as string),
        as(undefined, chain.slice(0, depth)),
      );
    below(11).then(unit(nobody, 'DEEP', levels[10] as string));
    below(12).thenRefused('TREE_TOO_DEEP', 'parentId');
  });
});

describe('registering a person', () => {
  const registering = (personId: string): DirectoryCommand => ({
    type: 'RegisterPerson',
    data: { personId },
  });

  it('belongs to any secretary and keeps the id alone', () => {
    theOrganisation()
      .when(registering(nobody), as(secretaryOf.branch))
      .then(person(nobody))
      .thenAs({ unitId: branch, post: 'secretary' });
    theOrganisation().when(registering(nobody), as(alice)).thenRefused('NOT_YOURS');
    theOrganisation().when(registering(eve), as()).thenRefused('ALREADY_EXISTS', 'personId');
    theOrganisation().when(registering('王某'), as()).thenRefused('INVALID', 'personId');
  });
});

describe('appointing to a post', () => {
  const appointedToday = (data: Partial<AppointToPost['data']> = {}): DirectoryEvent => ({
    type: 'AppointedToPost',
    data: { unitId: branch, post: 'member', personId: eve, from: '2026-03-04', ...data },
  });

  it('begins today, or on the earlier day it names', () => {
    theOrganisation()
      .when(appoint(), as(secretaryOf.branch))
      .then(appointedToday())
      .thenAs({ unitId: branch, post: 'secretary' });
    theOrganisation()
      .when(appoint({ from: '2026-02-01' }), as())
      .then(appointedToday({ from: '2026-02-01' }));
    theOrganisation()
      .when(appoint({ from: '2026-03-05' }), as())
      .thenRefused('DATE_IN_FUTURE', 'from');
    theOrganisation()
      .when(appoint({ from: '2026-02-30' }), as())
      .thenRefused('INVALID', 'from');
  });

  it('gives a person several posts, and the same one once', () => {
    theOrganisation()
      .when(appoint({ personId: alice }), as())
      .then(appointedToday({ personId: alice }));
    theOrganisation()
      .when(appoint({ personId: alice, post: 'organisationMember' }), as())
      .then();
    theOrganisation()
      .when(appoint({ personId: carol, post: 'secretary' }), as())
      .then();
  });

  it('leaves a unit one secretary', () => {
    theOrganisation()
      .when(appoint({ post: 'secretary' }), as())
      .thenRefused('POST_TAKEN', 'post');
    theOrganisation()
      .when(appoint({ unitId: otherBranch, post: 'secretary', personId: carol }), as())
      .then(appointedToday({ unitId: otherBranch, post: 'secretary', personId: carol }));
  });

  it.each<[string, AppointToPost, string, string]>([
    ['an unknown post', appoint({ post: 'toString' as 'member' }), 'INVALID', 'post'],
    ['an unknown person', appoint({ personId: nobody }), 'NOT_FOUND', 'personId'],
    ['an unknown unit', appoint({ unitId: nobody }), 'NOT_FOUND', 'unitId'],
  ])('refuses %s', (_what, command, code, field) => {
    theOrganisation().when(command, as()).thenRefused(code, field);
  });

  it('is refused to the secretary of another unit, and of a unit below', () => {
    theOrganisation()
      .when(appoint({ unitId: otherBranch }), as(secretaryOf.branch))
      .thenRefused('NOT_YOURS');
    theOrganisation()
      .when(appoint({ unitId: committee }), as(secretaryOf.branch))
      .thenRefused('NOT_YOURS');
  });
});

describe('ending a tenure', () => {
  const ended: DirectoryEvent = {
    type: 'TenureEnded',
    data: { unitId: branch, post: 'secretary', personId: carol, on: '2026-03-04' },
  };

  it('is recorded with its day and leaves the other posts', () => {
    theOrganisation().when(end(), as(secretaryOf.committee)).then(ended);
    const state = stateAfter(directoryDecider, ...organisation, {
      type: 'TenureEnded',
      data: { unitId: branch, post: 'organisationMember', personId: alice, on: '2026-03-04' },
    } satisfies DirectoryEvent);
    expect(holdersOf(state, branch, 'organisationMember')).toEqual([dora]);
    const since = { unitId: branch, from: '2026-01-05' };
    expect(postsOf(state, alice)).toEqual([{ ...since, post: 'disciplineMember' }]);
    expect(endedTenuresOf(state, alice)).toEqual([{ ...since, post: 'organisationMember', to: on }]);
  });

  it('makes room for a successor', () => {
    given(directoryDecider, ...organisation, ended)
      .when(appoint({ post: 'secretary' }), as())
      .then({
        ...appointed(branch, 'secretary', eve),
        data: { unitId: branch, post: 'secretary', personId: eve, from: '2026-03-04' },
      } as DirectoryEvent);
  });

  it('is refused for a post the person does not hold', () => {
    theOrganisation()
      .when(end({ personId: eve }), as())
      .thenRefused('POST_NOT_HELD', 'personId');
  });
});
