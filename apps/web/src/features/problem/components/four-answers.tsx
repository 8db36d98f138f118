import type { CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useAsOf } from '../../../shared/as-of/as-of';
import { WhyDue } from '../../../shared/decision/why-due';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { statusOf } from '../../../shared/problem/problem-content';
import { LedgerLight } from '../../../shared/problem/ledger-light';
import { nextAwaited } from '../../../shared/problem/next-due';
import { Unbroken } from '../../../shared/ui/unbroken';

interface FourAnswersProps {
  readonly problem: Problem;
  readonly dueOn: CivilDate | null;
  readonly today: CivilDate;
  /** What the reader can do here; null where nothing can be done, as of a day that is over. */
  readonly mine: ReactNode;
}

/** The four questions that bring somebody here: where it is, whom it waits for, until when, what I can do. */
export const FourAnswers = ({ problem, dueOn, today, mine }: FourAnswersProps) => {
  const { t } = useText();
  const isNow = useAsOf() === undefined;
  const next = nextAwaited(problem);
  return (
    <dl className="four panel">
      <div>
        <dt>{t('problem.where')}</dt>
        <dd data-status={problem.status}>{statusOf(problem, t)}</dd>
      </div>
      <div>
        <dt>{t('problem.whom')}</dt>
        <dd>
          <Waiting problem={problem} isNow={isNow} first={next?.obligation} />
        </dd>
      </div>
      <div>
        <dt>{t('problem.until')}</dt>
        <dd>
          <div className="row">
            <LedgerLight problem={problem} today={today} />
            {next ? t('todo.due', { day: longDay(next.dueOn, today, t) }) : ''}
            {next && isNow ? <WhyDue obligationId={next.obligation} /> : null}
          </div>
          <div>
            <Unbroken
              text={
                dueOn ? t('problem.deadline', { day: longDay(dueOn, today, t) }) : t('problem.noDeadline')
              }
            />
          </div>
        </dd>
      </div>
      {mine === null ? null : (
        <div>
          <dt>{t('problem.mine')}</dt>
          <dd>{mine}</dd>
        </div>
      )}
    </dl>
  );
};

interface WaitingProps {
  readonly problem: Problem;
  readonly isNow: boolean;
  /** Its day stands beside the light, and why it is that. */
  readonly first: string | undefined;
}

const Waiting = ({ problem: { waitsFor }, isNow, first }: WaitingProps) => {
  const { t } = useText();
  if (waitsFor.length === 0) return <>{t('problem.waitsForNobody')}</>;
  return (
    <ul>
      {waitsFor.map(({ obligation, kind, holder }) => (
        <li key={obligation} className="row">
          <span>
            <HolderNames holder={holder} />{' '}
            <span className="muted">{t(`obligation.${kind}` as MessageKey)}</span>
          </span>
          {isNow && obligation !== first ? <WhyDue obligationId={obligation} /> : null}
        </li>
      ))}
    </ul>
  );
};
