import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { longDay } from '../dates/format';
import { useText, type Say } from '../i18n/use-text';
import { DataTable } from '../ui/data-table';

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
  readonly problem: Problem;
  /** Proposed, or in force once the plan is approved. */
  readonly dueOn: CivilDate | null;
  readonly today: CivilDate;
}

/** Cause, target and measures as proposed or in force; nothing where there is no plan yet. */
export const PlanContent = ({ problem, dueOn, today }: PlanProps) => {
  const { t } = useText();
  const { plan } = problem;
  if (!plan) return null;
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
      <Measures plan={plan} ownerName={ownerOf(problem, t)} today={today} />
    </div>
  );
};

interface MeasuresProps {
  readonly plan: NonNullable<Problem['plan']>;
  readonly ownerName: string;
  readonly today: CivilDate;
}

const Measures = ({ plan, ownerName, today }: MeasuresProps) => {
  const { t } = useText();
  return (
    <DataTable
      caption={t('plan.measuresCaption', { count: plan.measures.length })}
      rows={plan.measures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', label: t('plan.number'), cell: (_, index) => index + 1 },
        { key: 'text', label: t('plan.measure'), kind: 'prose', cell: ({ text }) => text },
        {
          key: 'owner',
          label: t('plan.measureOwner'),
          kind: 'short',
          cell: ({ owner }) => owner?.name ?? ownerName,
        },
        {
          key: 'dueOn',
          label: t('plan.measureDueOn'),
          kind: 'short',
          cell: ({ dueOn }) => longDay(dueOn, today, t),
        },
        {
          key: 'result',
          label: t('plan.result'),
          kind: 'prose',
          cell: ({ finished, progress }) =>
            finished
              ? t('plan.finished', { date: longDay(finished.on, today, t), result: finished.result })
              : t('plan.notFinished', { count: progress }),
        },
      ]}
    />
  );
};

/** The owner as the page names them: a person, or nobody who may act. */
export const ownerOf = (problem: Problem, t: Say): string =>
  problem.owner.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody');

/** Where it stands, and beside it 退回整改, 延期审批中, 长期坚持, 中止 and 重开; what the state itself says is said once. */
export const statusOf = ({ status, sideStates }: Pick<Problem, 'status' | 'sideStates'>, t: Say): string =>
  [
    t(`status.${status}`),
    ...sideStates.filter((state) => state !== status).map((state) => t(`sideState.${state}`)),
  ].join(' · ');
