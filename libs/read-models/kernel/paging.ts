/** A list as the API answers it; `next` is a cursor for the page behind, or null. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageRequest {
  /** The `next` of the page before; absent for the first. */
  readonly after?: string | undefined;
  /** At least 1. */
  readonly limit: number;
}

type Key = string | number;

/** A cursor that no page gave out: the caller's input is at fault. Told apart by `code`. */
export class CursorInvalid extends Error {
  readonly code = 'CURSOR_INVALID';
  constructor() {
    super('a cursor that no page gave out');
    this.name = 'CursorInvalid';
  }
}

/** The place behind which a page begins: the cursor's, or `start`, which lies before every row and gives the types. */
export const placeOf = <Place extends readonly Key[]>(after: string | undefined, start: Place): Place => {
  if (after === undefined) return start;
  const place = parsed(after);
  const fits =
    Array.isArray(place) &&
    place.length === start.length &&
    start.every((key, index) => typeof place[index] === typeof key);
  if (!fits) throw new CursorInvalid();
  return place as unknown as Place;
};

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new CursorInvalid();
  }
};

/** A page of what is at hand, in the order of its places. */
export const pageAmong = <Item>(
  items: readonly Item[],
  { after, limit }: PageRequest,
  placeOfItem: (item: Item) => readonly Key[],
): Page<Item> => {
  const places = new Map(items.map((item) => [item, placeOfItem(item)]));
  const place = (item: Item): readonly Key[] => places.get(item) ?? [];
  const sorted = [...items].sort((a, b) => compared(place(a), place(b)));
  const [first] = sorted;
  const start = after === undefined || first === undefined ? null : placeOf(after, place(first));
  const behind = start === null ? sorted : sorted.filter((item) => compared(place(item), start) > 0);
  return pageOf(behind, limit, place);
};

const compared = (a: readonly Key[], b: readonly Key[]): number => {
  for (const [index, key] of a.entries()) {
    const other = b[index] as Key;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
};

/** The cursor of the page that begins behind a place. */
export const cursorAt = (place: readonly Key[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Makes a page of one row more than asked for: the row too many only says that there is a next page. */
export const pageOf = <Row, Item = Row>(
  rows: readonly Row[],
  limit: number,
  placeOfRow: (row: Row) => readonly Key[],
  item: (row: Row) => Item = (row) => row as unknown as Item,
): Page<Item> => {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorAt(placeOfRow(last)) : null;
  return { items: kept.map(item), next };
};
