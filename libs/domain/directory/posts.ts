/** The posts of a unit; their names in Chinese and English stand in the catalogue under `post.<post>`. */

interface PostRule {
  /** At most one person a unit. */
  readonly one?: true;
  /** May prepare, never decide. */
  readonly mayOnlyDraft?: true;
}

export const POSTS = {
  secretary: { one: true },
  deputySecretary: {},
  organisationMember: {},
  disciplineMember: {},
  publicityMember: {},
  groupLeader: {},
  liaison: { mayOnlyDraft: true },
  member: {},
  supervisor: {},
} as const satisfies Record<string, PostRule>;

export type Post = keyof typeof POSTS;

/** In the order in which a unit's people are listed. */
export const allPosts = Object.keys(POSTS) as [Post, ...Post[]];

/** A post of the unit itself, or of the unit above it. */
export type PostRef = Post | `${Post}@parent`;

export const isPost = (value: unknown): value is Post =>
  typeof value === 'string' && Object.hasOwn(POSTS, value);

export const isPostRef = (value: unknown): value is PostRef =>
  typeof value === 'string' && isPost(value.endsWith('@parent') ? value.slice(0, -'@parent'.length) : value);

export const postRule = (post: Post): PostRule => POSTS[post];

/** Splits a reference: which post, and whether of the unit above. */
export const parsePostRef = (ref: PostRef): { post: Post; above: boolean } => {
  const [post, at] = ref.split('@') as [Post, 'parent' | undefined];
  return { post, above: at === 'parent' };
};
