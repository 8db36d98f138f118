import { memo, type ReactNode } from 'react';
import { whole } from './unbroken';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
  /** Takes the room that is left, so that tables below each other have their columns at the same places. */
  readonly isWide?: boolean;
  readonly kind?: 'number' | 'short' | 'words' | 'names' | 'title' | 'prose';
  readonly sorted?: 'ascending' | 'descending' | undefined;
  /** Sorts by it; another time the other way round. */
  readonly onSort?: (() => void) | undefined;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** Where the heading above says the same. */
  readonly hiddenCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Hooks and anchors of a row, such as `data-problem`. */
  readonly rowProps?: ((row: Row) => Readonly<Record<string, string>>) | undefined;
  readonly density?: 'normal' | 'compact';
}

/** By the room that a column's words need; what is short stays on one line. */
const CLASSES = {
  number: 'number',
  short: 'nowrap',
  words: 'words',
  names: 'names',
  title: 'title',
  prose: 'prose',
} as const;

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
  density = 'normal',
}: DataTableProps<Row>) => (
  <table className="table" role="table" data-density={density}>
    <caption className={hiddenCaption ? 'sr-only' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <Heading key={column.key} column={column} />
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row, index) => (
        <Line key={rowKey(row)} columns={columns} row={row} index={index} rowProps={rowProps} />
      ))}
    </tbody>
  </table>
);

interface LineProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
  readonly rowProps: DataTableProps<Row>['rowProps'];
}

const AnyLine = <Row,>({ columns, row, index, rowProps }: LineProps<Row>) => (
  <tr role="row" {...rowProps?.(row)}>
    {columns.map((column) => (
      <Cell key={column.key} column={column} row={row} index={index} />
    ))}
  </tr>
);

/** Rendered anew only where its row or the columns are others. */
const Line = memo(AnyLine) as typeof AnyLine;

const ARROWS = { ascending: '↑', descending: '↓' } as const;

export const Heading = <Row,>({
  column: { label, kind, isWide, sorted, onSort },
}: {
  column: Column<Row>;
}) => (
  <th
    scope="col"
    role="columnheader"
    className={kind === 'number' ? 'number' : undefined}
    style={isWide ? { width: '100%' } : undefined}
    aria-sort={sorted ?? (onSort ? 'none' : undefined)}
  >
    {onSort ? (
      <button type="button" className="sort" onClick={onSort}>
        {label}
        <span aria-hidden="true">{sorted ? ARROWS[sorted] : ''}</span>
      </button>
    ) : (
      label
    )}
  </th>
);

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly index: number;
}

const Cell = <Row,>({ column: { label, cell, kind, isRowHeader }, row, index }: CellProps<Row>) => {
  const className = kind ? CLASSES[kind] : undefined;
  const content = <div className={className}>{whole(cell(row, index))}</div>;
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
