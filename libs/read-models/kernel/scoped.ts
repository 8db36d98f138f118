import type { Column, Condition, List, Scope } from '@rectify/domain';

/** The interpreter in SQL: a condition over the columns of one statement, with the scope's lists as its parameters. */
export interface Predicate {
  readonly sql: string;
  readonly values: (scope: Scope) => readonly (readonly string[])[];
  /** The number of the first parameter behind its own. */
  readonly next: number;
}

/** The SQL that stands for each column in this statement. */
export type Columns = Readonly<Partial<Record<Column, string>>>;

/** `first`: the number of the first parameter; each list takes one. Throws where a column has no place in the statement. */
export const predicate = (condition: Condition, columns: Columns, first = 1): Predicate => {
  const lists: List[] = [];
  const parameterOf = (list: List): string => {
    if (!lists.includes(list)) lists.push(list);
    return `$${first + lists.indexOf(list)}`;
  };
  const sqlOf = (each: Condition): string => {
    if ('anyOf' in each) return joined(each.anyOf, ' OR ', 'false');
    if ('allOf' in each) return joined(each.allOf, ' AND ', 'true');
    const place = columns[each.column];
    if (place === undefined) throw new Error(`the statement has no ${each.column}`);
    return each.column === 'refs'
      ? `${place} && ${parameterOf(each.in)}::text[]`
      : `${place} = ANY (${parameterOf(each.in)}::uuid[])`;
  };
  const joined = (each: readonly Condition[], word: string, empty: string): string =>
    each.length === 0 ? empty : `(${each.map(sqlOf).join(word)})`;
  const sql = sqlOf(condition);
  return { sql, values: (scope) => lists.map((list) => scope[list]), next: first + lists.length };
};
