import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Problem } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerColumns } from '../../../shared/ledger/columns';
import { withView, type LedgerView } from '../../../shared/ledger/view';
import { problemHooks } from '../../../shared/problem/problem-list';
import { DataTable } from '../../../shared/ui/data-table';
import { ROWS_IN_PAGE, ROWS_IN_SIGHT } from '../../../shared/ui/rows-in-page';
import { useSame } from '../../../shared/ui/use-same';
import { useSortBy } from './more-filters';
import { ScrolledTable } from './scrolled-table';

interface LedgerTableProps {
  readonly rows: readonly Problem[];
  /** False: more rows are on their way, nobody knows how many. */
  readonly isWhole: boolean;
  readonly view: LedgerView;
  readonly today: string;
}

export const LedgerTable = ({ rows, isWhole, view, today }: LedgerTableProps) => {
  const { t } = useText();
  const sortBy = useSortBy();
  const [shown, setShown] = useState(ROWS_IN_PAGE);
  const made = useDeferredValue(shown, ROWS_IN_SIGHT);
  // The same columns whatever the filter: rows that stay are not rendered anew.
  const { cols, sort } = useSame({ cols: view.cols, sort: view.sort });
  const columns = useMemo(
    () => ledgerColumns(cols, { today, t }, { sort, onSort: sortBy }),
    [cols, sort, sortBy, today, t],
  );
  const { density } = view;
  const table = { columns, rowKey: idOf, rowProps: problemHooks, density };
  if (view.rows === 'scroll') {
    return (
      <>
        <p className="panel-body panel-first row">
          {t('ledger.scrolling', { count: rows.length })}
          <Link to="." search={withView({ ...view, rows: 'page' })}>
            {t('ledger.byPages')}
          </Link>
        </p>
        <ScrolledTable {...table} rows={rows} caption={t('ledger.scrolling', { count: rows.length })} />
      </>
    );
  }
  const inPage = rows.slice(0, made);
  const rest = rows.length - shown;
  const caption = !isWhole
    ? t('ledger.captionFirst', { count: Math.min(rows.length, shown) })
    : rest > 0
      ? t('ledger.captionSome', { count: rows.length, shown })
      : t('ledger.caption', { count: rows.length });
  return (
    <>
      <DataTable {...table} rows={inPage} caption={caption} />
      {isWhole && rest > 0 ? (
        <div className="panel-body panel-first row">
          <Button onClick={() => setShown(shown + ROWS_IN_PAGE)}>
            {t('ledger.more', { count: Math.min(rest, ROWS_IN_PAGE) })}
          </Button>
          <Link to="." search={withView({ ...view, rows: 'scroll' })}>
            {t('ledger.scroll', { count: rows.length })}
          </Link>
        </div>
      ) : null}
    </>
  );
};

const idOf = ({ id }: Problem): string => id;
