import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { ownerOf } from '../../../shared/problem/problem-content';

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
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.code')}</th>
            <th scope="col">{t('plan.measure')}</th>
            <th scope="col">{t('plan.measureOwner')}</th>
            <th scope="col">{t('plan.measureDueOn')}</th>
            <th scope="col">{t('plan.finishedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ problem, measure }) => (
            <tr key={measure.id} data-measure={measure.id}>
              <th scope="row" className="nowrap">
                <Link to="/p/$code" params={{ code: problem.code ?? '' }}>
                  {problem.code}
                </Link>
              </th>
              <td className="prose">{measure.text}</td>
              <td className="nowrap">{measure.owner?.name ?? ownerOf(problem, t)}</td>
              <td className="nowrap">{shortDay(measure.dueOn, today, t)}</td>
              <td className="nowrap">
                {measure.finished ? shortDay(measure.finished.on, today, t) : t('ledger.noDate')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
