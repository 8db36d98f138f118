import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { ownerOf } from '../../../shared/problem/problem-content';
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
  const rows = problems.flatMap((problem) =>
    (problem.plan?.measures ?? []).filter(({ id }) => ids.has(id)).map((measure) => ({ problem, measure })),
  );
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={rows}
      rowKey={({ measure }) => measure.id}
      rowProps={({ measure }) => ({ 'data-measure': measure.id })}
      columns={[
        {
          key: 'code',
          label: t('ledger.code'),
          isRowHeader: true,
          kind: 'short',
          cell: ({ problem: { code } }) => (
            <Link to="/p/$code" params={{ code: code ?? '' }}>
              {code}
            </Link>
          ),
        },
        { key: 'text', label: t('plan.measure'), kind: 'prose', cell: ({ measure }) => measure.text },
        {
          key: 'owner',
          label: t('plan.measureOwner'),
          kind: 'short',
          cell: ({ problem, measure }) => measure.owner?.name ?? ownerOf(problem, t),
        },
        {
          key: 'dueOn',
          label: t('plan.measureDueOn'),
          kind: 'short',
          cell: ({ measure }) => shortDay(measure.dueOn, today, t),
        },
        {
          key: 'finishedOn',
          label: t('plan.finishedOn'),
          kind: 'short',
          cell: ({ measure: { finished } }) =>
            finished ? shortDay(finished.on, today, t) : t('ledger.noDate'),
        },
      ]}
    />
  );
};
