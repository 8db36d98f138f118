import { POSTS, type Post } from '@rectify/domain';
import type { Person } from '../../../shared/api/types';

/** A post of a unit with whoever holds it; null: vacant. */
export interface Seat {
  readonly post: Post;
  readonly person: Person | null;
}

/** Posts that a unit is expected to fill: vacant, they are shown as vacant. */
const EXPECTED: readonly Post[] = [
  'secretary',
  'deputySecretary',
  'organisationMember',
  'disciplineMember',
  'publicityMember',
];

/** The unit's posts in their order, each with its holders. */
export const rosterOf = (unitId: string, people: readonly Person[]): readonly Seat[] =>
  (Object.keys(POSTS) as Post[]).flatMap((post): Seat[] => {
    const holders = people.filter(({ posts }) =>
      posts.some((held) => held.unitId === unitId && held.post === post),
    );
    if (holders.length > 0) return holders.map((person) => ({ post, person }));
    return EXPECTED.includes(post) ? [{ post, person: null }] : [];
  });
