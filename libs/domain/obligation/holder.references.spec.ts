import { directoryState, people, units, withPosts } from '@rectify/testing';
import type { Directory } from '../directory/directory.state';
import { holderReferences, referencesOf, resolveHolder, unitReferences } from './holder';
import { ADMINISTRATOR, type Holder } from './obligation';

const directory = directoryState();
const held = (more: Partial<Holder> = {}): Holder => ({
  duty: { kind: 'reviewer', subject: 'x' },
  person: null,
  posts: [],
  not: [],
  apartFrom: [],
  ...more,
});
const administered: Directory = { ...directory, administrators: { 'p-admin': true, 'p-other': true } };
const office = held({ duty: null, posts: ['secretary'], office: ADMINISTRATOR });

describe('what the office owes', () => {
  it('is every administrator’s, and nobody’s of the list beside them', () => {
    expect(resolveHolder(office, administered, units.branch)).toEqual({
      people: [
        { personId: 'p-admin', unitId: units.branch, post: ADMINISTRATOR },
        { personId: 'p-other', unitId: units.branch, post: ADMINISTRATOR },
      ],
      how: 'holder',
      excluded: [],
    });
  });

  it('is the list’s where nobody is in office', () => {
    expect(resolveHolder(office, directory, units.branch)).toMatchObject({
      people: [{ personId: people.secretary, post: 'secretary' }],
      how: 'holder',
    });
  });
});

describe('an assignment', () => {
  it('is held in a post of the campaign’s unit, else in the one they have', () => {
    const assigned = held({ person: people.outsider });
    const acting = (at: Directory) => resolveHolder(assigned, at, units.branch).people;
    expect(acting(directory)).toEqual([
      { personId: people.outsider, unitId: units.other, post: 'secretary' },
    ]);
    expect(acting(withPosts(directory, ['begins', 'member', people.outsider]))).toEqual([
      { personId: people.outsider, unitId: units.branch, post: 'member' },
    ]);
  });
});

describe('the references of a holder', () => {
  it('name the posts of the list, the unit’s own and the one’s above, and who is asked where nobody may act', () => {
    const holder = held({ posts: ['disciplineMember', 'supervisor@parent', 'secretary'] });
    expect(holderReferences(holder, units.branch)).toEqual([
      `${units.branch}:disciplineMember`,
      `^${units.branch}:supervisor`,
      `${units.branch}:secretary`,
      `^${units.branch}:secretary`,
    ]);
  });

  it('name the person assigned first, and the office last', () => {
    const secretaries = [`${units.branch}:secretary`, `^${units.branch}:secretary`];
    expect(holderReferences(held({ person: people.member }), units.branch)).toEqual([
      `person:${people.member}`,
      ...secretaries,
    ]);
    expect(holderReferences(office, units.branch)).toEqual([...secretaries, ADMINISTRATOR]);
  });

  it('are the root’s by no name where they belong to no unit', () => {
    expect(holderReferences(office, null)).toEqual(['root:secretary', '^root:secretary', ADMINISTRATOR]);
  });
});

describe('the references of a person', () => {
  it('are their own, their posts’, and those of the units right below', () => {
    expect(referencesOf(directory, people.discipline)).toEqual([
      `person:${people.discipline}`,
      `${units.branch}:disciplineMember`,
    ]);
    expect(referencesOf(directory, people.supervisor)).toEqual([
      `person:${people.supervisor}`,
      `${units.district}:supervisor`,
      'root:supervisor',
      `^${units.branch}:supervisor`,
      `^${units.other}:supervisor`,
    ]);
  });

  it('are the office’s too of who is in it, post or none', () => {
    expect(referencesOf(administered, 'p-admin')).toEqual(['person:p-admin', ADMINISTRATOR]);
  });

  it('are beside their own those of whoever entrusted them with something, each once', () => {
    const given = (from: string, to: string) => ({
      ...{ id: `${from}-${to}`, from, to, powers: ['PassReview'] },
      ...{ startOn: '2026-01-01', endOn: '2026-12-31' },
    });
    const { discipline, publicity, organiser, member } = people;
    const at: Directory = {
      ...directory,
      entrusted: {
        [discipline]: [given(discipline, publicity), given(discipline, publicity)],
        [organiser]: [given(organiser, member)],
      },
    };
    expect(referencesOf(at, publicity)).toEqual([
      `person:${publicity}`,
      `${units.branch}:publicityMember`,
      `person:${discipline}`,
      `${units.branch}:disciplineMember`,
    ]);
  });

  it('of the root’s posts are found under its name and under none', () => {
    expect(directory.root).toBe(units.district);
    expect(unitReferences(directory, units.district, 'secretary')).toEqual([
      `${units.district}:secretary`,
      'root:secretary',
    ]);
    expect(unitReferences(directory, units.branch, 'secretary')).toEqual([`${units.branch}:secretary`]);
  });
});
