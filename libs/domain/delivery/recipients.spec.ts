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
      recipients({ to: [post('organisationMember')], copy: [post('secretary')] }, directory, branch, 'email'),
    ).toEqual([
      { personId: alice, as: 'holder' },
      { personId: dora, as: 'holder' },
      { personId: carol, as: 'copy' },
    ]);
  });

  it('a person once: who must act is not also copied', () => {
    expect(
      recipients(
        { to: [post('secretary')], copy: [post('secretary'), named(carol)] },
        directory,
        branch,
        'email',
      ),
    ).toEqual([{ personId: carol, as: 'holder' }]);
  });

  it('those who are asked to assign somebody, where nobody of the list may act', () => {
    expect(recipients({ to: [named(alice, [alice])], copy: [] }, directory, branch, 'email')).toEqual([
      { personId: carol, as: 'assign' },
    ]);
    expect(recipients({ to: [post('publicityMember')], copy: [] }, directory, committee, 'email')).toEqual([
      { personId: bob, as: 'assign' },
    ]);
  });

  it('nobody where not even they are there', () => {
    const empty = directoryOf(organisation.filter(({ type }) => type !== 'AppointedToPost'));
    expect(
      recipients({ to: [post('secretary')], copy: [post('secretary')] }, empty, branch, 'email'),
    ).toEqual([]);
  });

  it('RR4.2 whoever holds the post now, not when the rung was issued', () => {
    const later = directoryOf([...organisation, appointed(branch, 'publicityMember', bob)]);
    expect(recipients({ to: [post('publicityMember')], copy: [] }, later, branch, 'email')).toEqual([
      { personId: bob, as: 'holder' },
    ]);
  });

  it('the unit once, over a channel that a group or a program reads', () => {
    const reminder = { to: [post('organisationMember')], copy: [post('secretary')] };
    for (const channel of ['wecom', 'dingtalk', 'feishu', 'webhook'] as const)
      expect(recipients(reminder, directory, branch, channel)).toEqual([{ personId: branch, as: 'unit' }]);
  });
});
