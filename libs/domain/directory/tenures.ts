/** What a tenure's beginning and end do to the directory: by post, by person, and by what has been. */
import type { CivilDate, PersonId } from '../kernel/kernel';
import type { DirectoryState, HeldPost } from './directory.state';

/** Ended tenures of one person that are kept at hand. */
export const MOST_ENDED = 20;

export const begin = (
  draft: Pick<DirectoryState, 'people' | 'posts'>,
  personId: PersonId,
  { unitId, post, from }: HeldPost,
): void => {
  const posts = (draft.posts[unitId] ??= {});
  (posts[post] ??= []).push(personId);
  (draft.people[personId] ??= []).push({ unitId, post, from });
};

/** Takes from somebody what they hold, or some of it; answers what that was. */
export const end = (
  draft: Pick<DirectoryState, 'people' | 'posts' | 'ended'>,
  personId: PersonId,
  on: CivilDate,
  ends: (held: HeldPost) => boolean = () => true,
): readonly HeldPost[] => {
  const all = draft.people[personId] ?? [];
  const taken = all.filter(ends).map((held) => ({ ...held }));
  for (const { unitId, post } of taken) {
    const posts = (draft.posts[unitId] ??= {});
    posts[post] = (posts[post] ?? []).filter((holder) => holder !== personId);
  }
  draft.people[personId] = all.filter((held) => !ends(held));
  if (taken.length > 0) {
    const before = draft.ended[personId] ?? [];
    draft.ended[personId] = [...before, ...taken.map((held) => ({ ...held, to: on }))].slice(-MOST_ENDED);
  }
  return taken;
};
