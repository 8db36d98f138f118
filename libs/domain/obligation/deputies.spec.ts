import { directoryState, people, units, withPosts } from '@rectify/testing';
import type { Directory } from '../directory/directory.state';
import { deputiesOf, entrustedActs } from './deputies';
import type { Action, Holder } from './obligation';

const { discipline, organiser, publicity, member, secretary } = people;
const directory = directoryState();

type Given = readonly [from: string, to: string, ...powers: string[]];
const entrusting = (...given: readonly Given[]): Directory => {
  const entrusted: Record<string, Directory['entrusted'][string]> = {};
  for (const [from, to, ...powers] of given)
    entrusted[from] = [
      ...(entrusted[from] ?? []),
      { id: `${from}-${to}-${powers.join()}`, from, to, powers, startOn: '2026-01-01', endOn: '2026-12-31' },
    ];
  return { ...directory, entrusted };
};
const held = (more: Partial<Holder> = {}): Holder => ({
  duty: { kind: 'reviewer', subject: 'x' },
  person: null,
  posts: ['disciplineMember'],
  not: [],
  apartFrom: [],
  ...more,
});
const deputies = (at: Directory, holder = held()) => deputiesOf(holder, at, units.branch);
const toPublicity = entrusting([discipline, publicity, 'PassReview']);

describe('the deputies of a holder', () => {
  it('act in the post of the one who entrusted them, by name of the delegation', () => {
    expect(deputies(toPublicity)).toEqual([
      {
        personId: publicity,
        onBehalfOf: discipline,
        delegationId: `${discipline}-${publicity}-PassReview`,
        powers: ['PassReview'],
        unitId: units.branch,
        post: 'disciplineMember',
        isBarred: false,
      },
    ]);
  });

  it('are nobody where nobody was entrusted, and of others only others’', () => {
    expect(deputies(directory)).toEqual([]);
    expect(deputies(entrusting([organiser, publicity, 'PassReview']))).toEqual([]);
  });

  it('are nobody while nobody of the list may act: who is asked instead lends nothing', () => {
    const vacant = held({ posts: ['liaison'] });
    expect(deputies(entrusting([secretary, publicity, 'PassReview']), vacant)).toEqual([]);
  });

  it('hold a post themselves', () => {
    const left = withPosts(toPublicity, ['ends', 'publicityMember', publicity]);
    expect(deputies(left)).toEqual([]);
  });

  it('R4.3 are barred by their own part, away or not', () => {
    const barred = held({ not: [publicity] });
    expect(deputies(toPublicity, barred)).toMatchObject([{ personId: publicity, isBarred: true }]);
    const away = { ...toPublicity, absent: { [publicity]: true as const } };
    expect(deputies(away, barred)).toMatchObject([{ isBarred: true }]);
    expect(deputies(away)).toMatchObject([{ isBarred: false }]);
  });
});

describe('what somebody may do for those whom an obligation waits for', () => {
  const action: Action = { command: 'PassReview', defaults: {} };
  const back: Action = { command: 'ReturnClaim', defaults: {} };
  const check: Action = { command: 'RecordCheck', defaults: {} };
  const acts = (at: Directory, person: string, holder = held()) =>
    entrustedActs({ holder, action, alternatives: [back, check] }, at, units.branch, person);

  it('is what any of them entrusted them with, in the order of the obligation', () => {
    const both = entrusting(
      [discipline, publicity, 'ReturnClaim'],
      [discipline, publicity, 'PassReview'],
      [discipline, member, 'RecordCheck'],
    );
    expect(acts(both, publicity)).toEqual([action, back]);
    expect(acts(both, member)).toEqual([check]);
  });

  it('is nothing for who was entrusted with nothing, with something else, or is barred', () => {
    expect(acts(toPublicity, member)).toEqual([]);
    expect(acts(toPublicity, discipline)).toEqual([]);
    expect(acts(entrusting([discipline, publicity, 'AcceptCompletion']), publicity)).toEqual([]);
    expect(acts(toPublicity, publicity, held({ not: [publicity] }))).toEqual([]);
  });
});
