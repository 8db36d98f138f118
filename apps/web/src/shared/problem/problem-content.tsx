import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { longDay } from '../dates/format';
import { useText, type Say } from '../i18n/use-text';

/** What was found, in the words of the one who found it. */
export const Finding = ({ problem, itemText }: { problem: Problem; itemText?: string | undefined }) => {
  const { t } = useText();
  return (
    <dl className="facts">
      <dt>{t('problem.title')}</dt>
      <dd>{problem.title}</dd>
      {problem.detail ? (
        <>
          <dt>{t('problem.detail')}</dt>
          <dd>{problem.detail}</dd>
        </>
      ) : null}
      <dt>{t('problem.item')}</dt>
      <dd>{[problem.item, itemText].filter(Boolean).join(' ')}</dd>
    </dl>
  );
};

interface PlanProps {
  readonly plan: NonNullable<Problem['plan']>;
  /** Proposed, or in force once the plan is approved. */
  readonly dueOn: CivilDate | null;
  readonly ownerName: string;
  readonly today: CivilDate;
}

/** Cause, target and measures as proposed or in force. */
export const PlanContent = ({ plan, dueOn, ownerName, today }: PlanProps) => {
  const { t } = useText();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('plan.rootCause')}</dt>
        <dd>{plan.rootCause}</dd>
        <dt>{t('plan.target')}</dt>
        <dd>{plan.target}</dd>
        <dt>{t('plan.dueOn')}</dt>
        <dd>{dueOn ? longDay(dueOn, today, t) : t('ledger.noDate')}</dd>
      </dl>
      <Measures plan={plan} ownerName={ownerName} today={today} />
    </div>
  );
};

const Measures = ({ plan, ownerName, today }: Omit<PlanProps, 'dueOn'>) => {
  const { t } = useText();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{t('plan.measuresCaption', { count: plan.measures.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.number')}</th>
            <th scope="col">{t('plan.measure')}</th>
            <th scope="col">{t('plan.measureOwner')}</th>
            <th scope="col">{t('plan.measureDueOn')}</th>
            <th scope="col">{t('plan.result')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.measures.map((measure, index) => (
            <tr key={measure.id} id={`measure-${measure.id}`}>
              <td>{index + 1}</td>
              <td className="prose">{measure.text}</td>
              <td className="nowrap">{measure.owner?.name ?? ownerName}</td>
              <td className="nowrap">{longDay(measure.dueOn, today, t)}</td>
              <td className="prose">
                {measure.finished
                  ? t('plan.finished', { date: longDay(measure.finished.on, today, t), result: measure.finished.result })
                  : t('plan.notFinished', { count: measure.progress })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The owner as the page names them: a person, or nobody who may act. */
export const ownerOf = (problem: Problem, t: Say): string =>
  problem.owner.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody');
