import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { shortDay } from '../dates/format';
import type { Say } from '../i18n/use-text';
import type { Column } from '../ui/data-table';
import { CodeLink } from './code-link';
import { ownerOf } from './problem-content';

/** One measure, with the problem that it is to put right. */
export interface MeasureRow {
  readonly problem: Problem;
  readonly measure: NonNullable<Problem['plan']>['measures'][number];
}

export const measuresOf = (problems: readonly Problem[]): MeasureRow[] =>
  problems.flatMap((problem) => (problem.plan?.measures ?? []).map((measure) => ({ problem, measure })));

/** 任务清单: measure, whose, by when, and whether it is done. */
export const measureColumns = (today: CivilDate, t: Say): readonly Column<MeasureRow>[] => [
  {
    key: 'code',
    label: t('ledger.code'),
    isRowHeader: true,
    kind: 'short',
    cell: ({ problem: { code } }) => <CodeLink code={code} />,
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
    cell: ({ measure: { finished } }) => (finished ? shortDay(finished.on, today, t) : t('ledger.noDate')),
  },
];
