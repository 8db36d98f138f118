import type { Person } from '../../../shared/api/types';
import { rosterOf } from './roster';

const held = (unitId: string, post: string) => ({ unitId, unitCode: unitId, unitName: unitId, post });
const person = (personId: string, ...posts: ReturnType<typeof held>[]) =>
  ({ personId, name: personId, posts }) as unknown as Person;
const seats = (unitId: string, people: readonly Person[]) =>
  rosterOf(unitId, people).map(({ post, person: by }) => `${post} ${by?.personId ?? '-'}`);

describe('the roster of a unit', () => {
  it('has its posts in their order, and the vacant ones that a unit is expected to fill', () => {
    expect(seats('a', [])).toEqual([
      'secretary -',
      'deputySecretary -',
      'organisationMember -',
      'disciplineMember -',
      'publicityMember -',
    ]);
    const people = [
      person('zhao', held('a', 'member'), held('b', 'secretary')),
      person('wang', held('a', 'secretary')),
      person('li', held('a', 'member'), held('a', 'deputySecretary')),
    ];
    expect(seats('a', people)).toEqual([
      'secretary wang',
      'deputySecretary li',
      'organisationMember -',
      'disciplineMember -',
      'publicityMember -',
      'member zhao',
      'member li',
    ]);
  });
});
