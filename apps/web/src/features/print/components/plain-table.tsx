import type { Column } from '../../../shared/ui/data-table';
import { whole } from '../../../shared/ui/unbroken';

interface PlainTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

type Kind = NonNullable<Column<unknown>['kind']>;

const CLASSES: Readonly<Partial<Record<Kind, string>>> = {
  number: 'number',
  short: 'nowrap',
  prose: 'prose',
};

/** A table as paper has it: every row, and the head on every page. */
export const PlainTable = <Row,>({ caption, columns, rows, rowKey }: PlainTableProps<Row>) => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ key, label }) => (
          <th key={key} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, index) => (
        <tr key={rowKey(row)}>
          {columns.map(({ key, cell, kind, isRowHeader }) =>
            isRowHeader ? (
              <th key={key} scope="row">
                {cell(row, index)}
              </th>
            ) : (
              <td key={key} className={kind === undefined ? undefined : CLASSES[kind]}>
                {whole(cell(row, index))}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
