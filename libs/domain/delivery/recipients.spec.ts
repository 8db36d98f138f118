import {
  alice,
  appointed,
  bob,
  branch,
  carol,
  committee,
  directoryOf,
  dora,
  organisation,
} from '../directory/directory.examples';
import type { Holder } from '../obligation/obligation';
import { recipients } from './recipients';

const post = (...posts: Holder['posts']): Holder => ({
  duty: null,
  person: null,
  posts,
  not: [],
  apartFrom: [],
});
const named = (person: string, not: readonly string[] = []): Holder => ({
  duty: null,
  person,
  posts: [],
  not,
  apartFrom: [],
});
const directory = directoryOf();

describe('a reminder reaches', () => {
  it('whoever holds the post, and the copies', () => {
    expect(
      recipients({ to: [post('organisationMember')], copy: [post('secretary')] }, directory, branch),
    ).toEqual([
      { personId: alice, as: 'holder' },
      { personId: dora, as: 'holder' },
      { personId: carol, as: 'copy' },
    ]);
  });

  it('a person once: who must act is not also copied', () => {
    expect(
      recipients({ to: [post('secretary')], copy: [post('secretary'), named(carol)] }, directory, branch),
    ).toEqual([{ personId: carol, as: 'holder' }]);
  });

  it('those who are asked to assign somebody, where nobody of the list may act', () => {
    expect(recipients({ to: [named(alice, [alice])], copy: [] }, directory, branch)).toEqual([
      { personId: carol, as: 'assign' },
    ]);
    expect(recipients({ to: [post('publicityMember')], copy: [] }, directory, committee)).toEqual([
      { personId: bob, as: 'assign' },
    ]);
  });

  it('nobody where not even they are there', () => {
    const empty = directoryOf(organisation.filter(({ type }) => type !== 'AppointedToPost'));
    expect(recipients({ to: [post('secretary')], copy: [post('secretary')] }, empty, branch)).toEqual([]);
  });

  it('whoever holds the post now, not when the rung was issued', () => {
    const later = directoryOf([...organisation, appointed(branch, 'publicityMember', bob)]);
    expect(recipients({ to: [post('publicityMember')], copy: [] }, later, branch)).toEqual([
      { personId: bob, as: 'holder' },
    ]);
  });
});
