import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Heading, type Column } from '../../../shared/ui/data-table';
import { isCut, roomsOf, widthOf } from './room';
import { windowOf, type Window } from './window';

/** Every row has this height; what does not fit is cut off and stands on the problem's page. */
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
  const height = HEIGHTS[density];
  const { frame, seen, look } = useWindow(height, rows.length);
  const rooms = useMemo(() => roomsOf(columns, rows), [columns, rows]);
  return (
    <div className="scrolled" ref={frame} tabIndex={0} role="region" aria-label={caption} onScroll={look}>
      <table
        className="scrolled-table"
        role="table"
        aria-rowcount={rows.length + 1}
        style={{ '--row': `${height}px`, '--widths': rooms.map(widthOf).join(' ') } as object}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" style={{ height: rows.length * height }}>
          {rows.slice(seen.from, seen.to).map((row, index) => (
            <Line
              key={rowKey(row)}
              columns={columns}
              rooms={rooms}
              row={row}
              index={seen.from + index}
              height={height}
              rowProps={rowProps}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Which rows the frame shows; told anew only when they are others. */
const useWindow = (height: number, count: number) => {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Window>(() => windowOf(0, 600, height, count));
  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = frame.current ?? {};
    const next = windowOf(scrollTop, clientHeight, height, count);
    setSeen((before) => (before.from === next.from && before.to === next.to ? before : next));
  };
  useLayoutEffect(look, [height, count]);
  return { frame, seen, look };
};

interface LineProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rooms: readonly number[];
  readonly row: Row;
  readonly index: number;
  readonly height: number;
  readonly rowProps: (row: Row) => Readonly<Record<string, string>>;
}

const AnyLine = <Row,>({ columns, rooms, row, index, height, rowProps }: LineProps<Row>) => (
  // The heading is the first row.
  <tr role="row" aria-rowindex={index + 2} style={{ top: index * height }} {...rowProps(row)}>
    {columns.map(({ key, cell, kind, isRowHeader }, place) => {
      const content = cell(row, index);
      const isLong = typeof content === 'string' && isCut(content, rooms[place] ?? 0);
      return isRowHeader ? (
        <th key={key} scope="row" role="rowheader">
          {content}
        </th>
      ) : (
        <td
          key={key}
          role="cell"
          className={kind === 'number' ? kind : undefined}
          data-cut={isLong ? '' : undefined}
        >
          {content}
        </td>
      );
    })}
  </tr>
);

const Line = memo(AnyLine) as typeof AnyLine;
