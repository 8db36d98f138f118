/** Which rows a scope lets through, as conditions. They have two interpreters: `admits`, and the SQL of the read models. */
import type { Scope } from './scope';

/** What of a row its reading may rest on. */
export type Column = 'unit' | 'campaign' | 'problem' | 'person' | 'refs';
export type List = Exclude<keyof Scope & string, 'personId'>;

export type Condition =
  | { readonly column: Column; readonly in: List }
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] };

/** A row as conditions see it; what is absent or null is in no list. `refs` share an element with the list. */
export type Grounds = Readonly<Partial<Record<Exclude<Column, 'refs'>, string | null>>> & {
  readonly refs?: readonly string[];
};

const is = (column: Column, list: List): Condition => ({ column, in: list });
const anyOf = (...conditions: readonly Condition[]): Condition => ({ anyOf: conditions });
const allOf = (...conditions: readonly Condition[]): Condition => ({ allOf: conditions });

/** Each kind of row that a surface shows. */
export const readable = {
  /** The records of a campaign: its line of the board, its history, its samples, its activities. */
  records: anyOf(is('unit', 'units'), is('unit', 'inspected')),
  /** Numbers of a unit below, without a row. */
  counts: is('unit', 'below'),
  /** That a campaign exists, where it stands and its numbers. */
  heading: anyOf(
    ...[is('unit', 'units'), is('unit', 'inspected'), is('unit', 'below'), is('campaign', 'campaigns')],
  ),
  /** A row of the ledger and of the calendar. */
  problem: anyOf(is('unit', 'units'), is('unit', 'inspected'), is('problem', 'problems')),
  /** Who holds it is resolved at the reading: the references find no fewer. */
  obligation: anyOf(is('refs', 'owing'), is('refs', 'kept'), is('problem', 'problems')),
  /** What may wait for the reader, and what waits in their units for whomever. */
  owing: is('refs', 'owing'),
  kept: is('refs', 'kept'),
  /** What was sent to the reader. */
  delivery: allOf(is('person', 'self'), anyOf(is('unit', 'units'), is('unit', 'below'))),
  /** What could not be delivered, for the secretary of the unit. */
  failure: is('unit', 'led'),
  /** A holder of a post, of the own units or of those whose posts the reader fills. */
  person: anyOf(is('unit', 'units'), is('unit', 'filled')),
  /** Who holds no post, by the units where they did or by the top unit: for those who fill the posts there. */
  formerHolder: anyOf(is('unit', 'led'), is('unit', 'filled')),
  /** That there is a unit, and under which. */
  unit: anyOf(...[is('unit', 'units'), is('unit', 'inspected'), is('unit', 'below'), is('unit', 'filled')]),
  /** What one person entrusted to another or was let read: for both, and for those who fill the posts that it comes of. */
  delegation: anyOf(is('person', 'self'), is('unit', 'led'), is('unit', 'filled')),
} as const satisfies Record<string, Condition>;

export type Readable = keyof typeof readable;

/** The interpreter in memory. */
export const admits = (condition: Condition, scope: Scope, row: Grounds): boolean => {
  if ('anyOf' in condition) return condition.anyOf.some((each) => admits(each, scope, row));
  if ('allOf' in condition) return condition.allOf.every((each) => admits(each, scope, row));
  const list = scope[condition.in];
  if (condition.column === 'refs') return (row.refs ?? []).some((ref) => list.includes(ref));
  const value = row[condition.column];
  return value !== undefined && value !== null && list.includes(value);
};

/** What somebody may read of a campaign: its records, its heading with numbers, or nothing at all. */
export const accessTo = (
  scope: Scope,
  { unitId, id }: { readonly unitId: string; readonly id: string },
): 'records' | 'counts' | 'none' => {
  const row = { unit: unitId, campaign: id };
  if (admits(readable.records, scope, row)) return 'records';
  return admits(readable.heading, scope, row) ? 'counts' : 'none';
};
