import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Cell, Heading, type Column } from '../../../shared/ui/data-table';
import { windowOf } from './window';

/** Every row has this height, by the style sheet; what does not fit is cut off and stands on the problem's page. */
const HEIGHTS = { normal: 48, compact: 40 } as const;

interface ScrolledProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowProps: (row: Row) => Readonly<Record<string, string>>;
  readonly density: keyof typeof HEIGHTS;
}

/**
 * Thousands of rows, of which only those in sight are in the page. Rows have one height, so that where each stands is a
 * multiplication: no measuring, and no library. It is asked for; Ctrl+F and paper want the rows themselves.
 */
export const ScrolledTable = <Row,>({
  caption,
  columns,
  rows,
  rowKey,
  rowProps,
  density,
}: ScrolledProps<Row>) => {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = frame.current;
    if (element) setAt({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  const height = HEIGHTS[density];
  const { from, to } = windowOf(at.top, at.height, height, rows.length);
  return (
    <div
      className="scrolled"
      ref={frame}
      tabIndex={0}
      role="region"
      aria-label={caption}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setAt({ top: scrollTop, height: clientHeight })
      }
    >
      <table
        className="table scrolled-table"
        role="table"
        data-density={density}
        aria-rowcount={rows.length + 1}
        style={{ '--row': `${height}px` } as object}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <Spacer height={from * height} columns={columns.length} />
          {rows.slice(from, to).map((row, index) => (
            <tr key={rowKey(row)} role="row" aria-rowindex={from + index + 2} {...rowProps(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} index={from + index} />
              ))}
            </tr>
          ))}
          <Spacer height={(rows.length - to) * height} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
};

/** The room of the rows that are not in the page. */
const Spacer = ({ height, columns }: { height: number; columns: number }): ReactNode =>
  height <= 0 ? null : (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
