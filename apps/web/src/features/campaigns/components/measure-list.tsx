import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { measureColumns, measuresOf } from '../../../shared/problem/measure-columns';
import { DataTable } from '../../../shared/ui/data-table';

interface MeasureListProps {
  readonly problems: readonly Problem[];
  readonly ids: ReadonlySet<string>;
  readonly caption: string;
  readonly today: CivilDate;
}

/** Measures of several problems in one table: the 任务清单. */
export const MeasureList = ({ problems, ids, caption, today }: MeasureListProps) => {
  const { t } = useText();
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={measuresOf(problems).filter(({ measure }) => ids.has(measure.id))}
      rowKey={({ measure }) => measure.id}
      rowProps={({ measure }) => ({ 'data-measure': measure.id })}
      columns={measureColumns(today, t)}
    />
  );
};
