/**
 * One read-model table: its columns with their SQL types, the same names that its rows carry. The compiler holds the
 * columns equal to the row type, so DDL, writer and reader cannot drift apart.
 */
export interface Table<Row extends object> extends AnyTable {
  readonly columns: { readonly [column in keyof Row & string]: string };
  readonly key: readonly (keyof Row & string)[];
}

export interface AnyTable {
  readonly name: string;
  readonly columns: { readonly [column: string]: string };
  /** Begins with what names the stream: a projection writes rows of its own stream only. */
  readonly key: readonly string[];
  /** The condition that finds all rows of the stream `p_stream`. */
  readonly ofStream: string;
  /** How full its pages are made, in percent: room for rows that are rewritten again and again where they stand. */
  readonly fillfactor: number;
  /** Further constraints and indexes, as statements behind the table. */
  readonly indexes: readonly string[];
}

/** Column names are quoted everywhere: rows keep the domain's words, of which SQL has reserved some. */
export const quoted = (column: string): string => `"${column}"`;

/** The table as its migration makes it. */
export const createTable = ({ name, columns, key, fillfactor, indexes }: AnyTable): string =>
  [
    `CREATE TABLE ${name} (`,
    ...Object.entries(columns).map(([column, type]) => `  ${quoted(column)} ${type},`),
    `  PRIMARY KEY (${key.join(', ')})`,
    `) WITH (fillfactor = ${fillfactor});`,
    ...indexes.map((index) => `${index};`),
  ].join('\n');

/** The columns as rows carry them: civil dates and instants as text, never as `Date`. */
export const select = ({ columns }: Pick<AnyTable, 'columns'>, alias: string): string =>
  Object.entries(columns)
    .map(([column, type]) => asText(`${alias}.${quoted(column)}`, type, column))
    .join(', ');

const asText = (place: string, type: string, column: string): string => {
  if (type.startsWith('timestamptz')) return `iso(${place}) AS ${quoted(column)}`;
  return type.startsWith('date') ? `${place}::text AS ${quoted(column)}` : place;
};
