import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
  readonly kind?: 'number' | 'short' | 'prose';
  readonly sorted?: 'ascending';
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** Where the heading above says the same. */
  readonly hiddenCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Hooks and anchors of a row, such as `data-problem`. */
  readonly rowProps?: (row: Row) => Readonly<Record<string, string>>;
}

const CLASSES = { number: 'number', short: 'nowrap', prose: 'prose' } as const;

/**
 * A table, whole in the page. On a phone each row becomes a card with its labels; the roles are written out because
 * changing how a table is laid out takes its meaning away from screen readers.
 */
export const DataTable = <Row,>({
  caption,
  hiddenCaption,
  columns,
  rows,
  rowKey,
  rowProps,
}: DataTableProps<Row>) => (
  <table className="table" role="table">
    <caption className={hiddenCaption ? 'sr-only' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, label, kind, sorted }) => (
          <th
            key={key}
            scope="col"
            role="columnheader"
            className={kind === 'number' ? 'number' : undefined}
            aria-sort={sorted}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row, index) => (
        <tr key={rowKey(row)} role="row" {...rowProps?.(row)}>
          {columns.map((column) => (
            <Cell key={column.key} column={column} row={row} index={index} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly index: number;
}

const Cell = <Row,>({ column: { label, cell, kind, isRowHeader }, row, index }: CellProps<Row>) => {
  const className = kind ? CLASSES[kind] : undefined;
  const content = <div className={className}>{cell(row, index)}</div>;
  return isRowHeader ? (
    <th scope="row" role="rowheader" data-label={label}>
      {content}
    </th>
  ) : (
    <td role="cell" data-label={label}>
      {content}
    </td>
  );
};
