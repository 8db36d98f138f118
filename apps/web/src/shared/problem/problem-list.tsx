import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { useText } from '../i18n/use-text';
import { ledgerColumns } from '../ledger/columns';
import type { ColumnKey } from '../ledger/view';
import { DataTable } from '../ui/data-table';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly caption: string;
  readonly today: CivilDate;
}

const COLUMNS: readonly ColumnKey[] = ['code', 'aspect', 'problem', 'owner', 'dueOn', 'light', 'status'];

/** Some problems, whole in the page, so that Ctrl+F and printing find every row; 回头看结论 once a sample was drawn. */
export const ProblemListTable = ({ problems, caption, today }: ProblemListProps) => {
  const { t } = useText();
  const isSampled = problems.some(({ lookBack }) => lookBack.sampled);
  const keys: readonly ColumnKey[] = isSampled ? [...COLUMNS, 'lookBack'] : COLUMNS;
  return (
    <DataTable
      caption={caption}
      columns={ledgerColumns(keys, { today, t }).map((column) =>
        column.key === 'code' ? { ...column, sorted: 'ascending' } : column,
      )}
      rows={problems}
      rowKey={({ id }) => id}
      rowProps={problemHooks}
    />
  );
};

/** By what a row is found. */
export const problemHooks = ({ id, code, status }: Problem): Readonly<Record<string, string>> => ({
  'data-problem': code ?? id,
  'data-status': status,
});
