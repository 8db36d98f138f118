import fc from 'fast-check';
import { directoryState, people, units, withPosts, propertyRuns } from '@rectify/testing';
import type { Directory } from '../directory/directory.state';
import type { Post, PostRef } from '../directory/posts';
import { holderReferences, referencesOf, resolveHolder } from './holder';
import type { Holder } from './obligation';

const directory = directoryState();
const held = (more: Partial<Holder> = {}): Holder => ({
  duty: { kind: 'reviewer', subject: 'x' },
  person: null,
  posts: [],
  not: [],
  apartFrom: [],
  ...more,
});
const resolve = (holder: Holder, at: Directory = directory) => {
  const { how, people: found } = resolveHolder(holder, at, units.branch);
  return [how, ...found.map(({ personId }) => personId)];
};
const posts: PostRef[] = ['disciplineMember', 'organisationMember', 'supervisor@parent'];

describe('a duty', () => {
  it('RR4.2 is held by the first post of its list that is filled', () => {
    expect(resolve(held({ posts }))).toEqual(['holder', people.discipline]);
    expect(
      resolve(held({ posts }), withPosts(directory, ['ends', 'disciplineMember', people.discipline])),
    ).toEqual(['holder', people.organiser]);
  });

  it('passes over whom separation of duties bars, and says who that was', () => {
    expect(resolve(held({ posts, not: [people.discipline] }))).toEqual(['holder', people.organiser]);
    const apart = held({
      posts,
      apartFrom: [held({ posts: ['disciplineMember'] }), held({ person: people.organiser })],
    });
    expect(resolve(apart)).toEqual(['holder', people.supervisor]);
    expect(resolveHolder(apart, directory, units.branch).excluded).toEqual([
      people.discipline,
      people.organiser,
    ]);
  });

  it('is kept from nobody by a duty that nobody may do: who is asked to assign somebody is not its holder', () => {
    const judge = held({ posts: ['secretary'], apartFrom: [held({ posts: ['liaison'] })] });
    expect(resolve(judge)).toEqual(['holder', people.secretary]);
  });

  it('is held in the unit of its post, be that the unit above', () => {
    const [found] = resolveHolder(held({ posts: ['supervisor@parent'] }), directory, units.branch).people;
    expect(found).toEqual({ personId: people.supervisor, unitId: units.district, post: 'supervisor' });
  });

  it('is everybody’s who holds a post that several may hold', () => {
    const two = withPosts(directory, ['begins', 'deputySecretary', people.member]);
    expect(resolve(held({ posts: ['deputySecretary'] }), two)).toEqual([
      'holder',
      people.deputy,
      people.member,
    ]);
    expect(resolve(held({ posts: ['deputySecretary'], not: [people.deputy] }), two)).toEqual([
      'holder',
      people.member,
    ]);
  });

  it('bars the secretary as secretary, by whichever post of the list they come', () => {
    const asSecretaryNot = { people: [people.deputy], holders: [] };
    const acceptor = held({ posts: ['secretary', 'deputySecretary'], asSecretaryNot });
    expect(resolve(acceptor, withPosts(directory, ['ends', 'secretary', people.secretary]))).toEqual([
      'holder',
      people.deputy,
    ]);
    const both = withPosts(
      directory,
      ['ends', 'secretary', people.secretary],
      ['begins', 'secretary', people.deputy],
    );
    expect(resolve(acceptor, both)).toEqual(['instead', people.districtSecretary]);
  });
});

describe('an assignment', () => {
  it('holds while the person holds any post, and names the one in the campaign’s unit first', () => {
    expect(resolve(held({ person: people.outsider, posts }))).toEqual(['holder', people.outsider]);
    const left = withPosts(directory, ['ends', 'member', people.member]);
    expect(resolve(held({ person: people.member, posts }), left)).toEqual(['instead', people.secretary]);
  });

  it('yields to separation of duties', () => {
    expect(resolve(held({ person: people.member, posts, not: [people.member] }))).toEqual([
      'instead',
      people.secretary,
    ]);
  });
});

describe('where nobody of the list may act', () => {
  const none = held({ posts: ['liaison'] });

  it('RR4.2 the secretary is asked to assign somebody, else the upper unit’s', () => {
    expect(resolve(none)).toEqual(['instead', people.secretary]);
    expect(resolve(none, withPosts(directory, ['ends', 'secretary', people.secretary]))).toEqual([
      'instead',
      people.districtSecretary,
    ]);
  });

  it('the upper unit’s is asked where the secretary is the conflict, the barred one where nobody is above', () => {
    const barred = held({ posts: ['liaison'], not: [people.secretary] });
    expect(resolve(barred)).toEqual(['instead', people.districtSecretary]);
    const topmost = withPosts(directory, ['ends', 'secretary', people.districtSecretary, units.district]);
    expect(resolve(barred, topmost)).toEqual(['instead', people.secretary]);
  });

  it('a secretary who judged it may still name who does the work', () => {
    const owner = held({
      duty: { kind: 'owner', subject: 'x' },
      posts: ['liaison'],
      not: [people.secretary],
    });
    expect(resolve(owner)).toEqual(['instead', people.secretary]);
  });

  it('nobody is asked where there is nobody', () => {
    const empty = withPosts(
      directory,
      ['ends', 'secretary', people.secretary],
      ['ends', 'secretary', people.districtSecretary, units.district],
    );
    expect(resolve(none, empty)).toEqual(['nobody']);
  });
});

describe('while somebody is away', () => {
  const without = (...absent: readonly string[]): Directory => ({
    ...directory,
    absent: Object.fromEntries(absent.map((person) => [person, true as const])),
  });

  it('the next of the duty’s list stands in, be the duty a post’s or a person’s', () => {
    expect(resolve(held({ posts }), without(people.discipline))).toEqual(['holder', people.organiser]);
    expect(resolve(held({ person: people.member, posts }), without(people.member))).toEqual([
      'holder',
      people.discipline,
    ]);
  });

  it('it stays with whom it belongs to where nobody of the list is there', () => {
    const away = without(people.discipline, people.organiser, people.supervisor);
    expect(resolve(held({ posts }), away)).toEqual(['holder', people.discipline]);
    expect(resolve(held({ person: people.member }), without(people.member))).toEqual([
      'holder',
      people.member,
    ]);
    expect(resolve(held({ posts: ['liaison'] }), without(people.secretary))).toEqual([
      'instead',
      people.districtSecretary,
    ]);
  });

  it('R4.3 separation of duties holds for the one who stands in and for the one stood in for', () => {
    const judge = held({
      posts: ['secretary', 'disciplineMember', 'organisationMember', 'supervisor@parent'],
      apartFrom: [held({ posts: ['disciplineMember', 'organisationMember'] })],
    });
    const away = without(people.secretary, people.discipline);
    expect(resolve(judge, away)).toEqual(['holder', people.supervisor]);
    expect(resolve(held({ posts, not: [people.organiser] }), without(people.discipline))).toEqual([
      'holder',
      people.supervisor,
    ]);
  });

  it('R4.3 the one stood in for keeps their conflicts, though nobody else is left to judge', () => {
    const judge = held({
      posts: ['disciplineMember'],
      apartFrom: [held({ posts: ['disciplineMember', 'organisationMember'] })],
    });
    expect(resolve(judge, without(people.discipline))).toEqual(['instead', people.secretary]);
  });
});

describe('the references of a holder', () => {
  it('are those of everybody to whom it can resolve, so that a list of mine misses nothing', () => {
    const anyPost = fc.constantFrom<PostRef>(
      'secretary',
      'deputySecretary',
      'disciplineMember',
      'member',
      'liaison',
      'supervisor@parent',
      'secretary@parent',
    );
    const anyPerson = fc.constantFrom(...Object.values(people));
    const anyHolder = fc.record({
      person: fc.option(anyPerson, { nil: null }),
      posts: fc.array(anyPost, { maxLength: 3 }),
      not: fc.array(anyPerson, { maxLength: 4 }),
    });
    const anyPeople = fc.array(anyPerson, { maxLength: 3 });
    const change = fc.tuple(
      fc.constantFrom('ends' as const, 'begins' as const),
      fc.constantFrom<Post>('secretary', 'deputySecretary', 'disciplineMember', 'member', 'supervisor'),
      anyPerson,
      fc.constantFrom(units.branch, units.district, units.other),
    );
    fc.assert(
      fc.property(anyHolder, fc.array(change, { maxLength: 6 }), anyPeople, (holder, changes, away) => {
        const absent = Object.fromEntries(away.map((person) => [person, true as const]));
        const at = { ...withPosts(directory, ...changes), absent };
        const references = holderReferences(held(holder), units.branch);
        for (const { personId } of resolveHolder(held(holder), at, units.branch).people) {
          expect(referencesOf(at, personId).some((mine) => references.includes(mine))).toBe(true);
        }
      }),
      propertyRuns(500),
    );
  });
});
