/** The data of one event may have 64 KiB: what grows with a campaign is written in several events of one append. */
export const MOST_IN_EVENT = 200;

/** A list cut into lists of so many at most, in their order; none of an empty one. */
export const inPortions = <Item>(
  items: readonly Item[],
  most = MOST_IN_EVENT,
): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));
