import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Problem } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerColumns } from '../../../shared/ledger/columns';
import { withView, type LedgerView, type SortKey } from '../../../shared/ledger/view';
import { problemHooks } from '../../../shared/problem/problem-list';
import { DataTable } from '../../../shared/ui/data-table';
import { useShow } from './more-filters';
import { ScrolledTable } from './scrolled-table';

/** So many rows are in the page at once; more are asked for. */
export const ROWS_IN_PAGE = 100;

interface LedgerTableProps {
  readonly rows: readonly Problem[];
  readonly view: LedgerView;
  readonly today: string;
}

export const LedgerTable = ({ rows, view, today }: LedgerTableProps) => {
  const { t } = useText();
  const show = useShow();
  const [shown, setShown] = useState(ROWS_IN_PAGE);
  const columns = useMemo(() => {
    const onSort = (by: SortKey) =>
      show({ ...view, sort: { by, descending: view.sort.by === by && !view.sort.descending } });
    return ledgerColumns(view.cols, { today, t }, { sort: view.sort, onSort });
  }, [view, today, t]);
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
  const inPage = rows.slice(0, shown);
  const rest = rows.length - inPage.length;
  const caption =
    rest > 0
      ? t('ledger.captionSome', { count: rows.length, shown })
      : t('ledger.caption', { count: rows.length });
  return (
    <>
      <DataTable {...table} rows={inPage} caption={caption} />
      {rest > 0 ? (
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
