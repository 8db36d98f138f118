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

/** Before anything has a day, as when the list is voted on: what was found stands where the days would. */
const UNDATED: readonly ColumnKey[] = ['code', 'aspect', 'problem', 'detail', 'owner', 'status'];

const columnsOf = (problems: readonly Problem[]): readonly ColumnKey[] => {
  const isDated = problems.some(
    ({ dueOn, waitsFor, closed }) => dueOn !== null || waitsFor.length > 0 || closed !== null,
  );
  if (!isDated) return UNDATED.filter((key) => key !== 'detail' || problems.some(({ detail }) => detail));
  return problems.some(({ lookBack }) => lookBack.sampled) ? [...COLUMNS, 'lookBack'] : COLUMNS;
};

/** Some problems, whole in the page, so that Ctrl+F and printing find every row; 回头看结论 once a sample was drawn. */
export const ProblemListTable = ({ problems, caption, today }: ProblemListProps) => {
  const { t } = useText();
  const keys = columnsOf(problems);
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
