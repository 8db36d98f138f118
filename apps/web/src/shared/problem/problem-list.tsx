import { Link } from '@tanstack/react-router';
import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { shortDay } from '../dates/format';
import { useText } from '../i18n/use-text';
import { DoneLight, Light } from '../ui/light';
import { ownerOf } from './problem-content';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly caption: string;
  readonly today: CivilDate;
}

/** The ledger's table: whole in the page, so that Ctrl+F and printing find every row. */
export const ProblemListTable = ({ problems, caption, today }: ProblemListProps) => {
  const { t } = useText();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort="ascending">
              {t('ledger.code')}
            </th>
            <th scope="col">{t('ledger.aspect')}</th>
            <th scope="col">{t('ledger.problem')}</th>
            <th scope="col">{t('ledger.owner')}</th>
            <th scope="col">{t('ledger.dueOn')}</th>
            <th scope="col">{t('ledger.light')}</th>
            <th scope="col">{t('ledger.status')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={problem.id} data-problem={problem.code ?? problem.id} data-status={problem.status}>
              <th scope="row" className="nowrap">
                {problem.code ? (
                  <Link to="/p/$code" params={{ code: problem.code }}>
                    {problem.code}
                  </Link>
                ) : (
                  t('ledger.noNumber')
                )}
              </th>
              <td>{problem.aspect.name}</td>
              <td>{problem.title}</td>
              <td className="nowrap">{ownerOf(problem, t)}</td>
              <td className="nowrap">{problem.dueOn ? shortDay(problem.dueOn, today, t) : t('ledger.noDate')}</td>
              <td>
                <LedgerLight problem={problem} today={today} />
              </td>
              <td className="nowrap">{t(`status.${problem.status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The light of the earliest act that is awaited; closed ones say whether that was on time. */
export const LedgerLight = ({ problem, today }: { problem: Problem; today: CivilDate }) => {
  const { t } = useText();
  if (problem.closed) return <DoneLight late={problem.closed.late} />;
  const [next] = problem.waitsFor.map(({ dueOn }) => dueOn).sort();
  return next ? <Light dueOn={next} today={today} /> : <span>{t('ledger.noDate')}</span>;
};
