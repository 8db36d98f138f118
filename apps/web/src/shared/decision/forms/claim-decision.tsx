import { useToday } from '../../dates/use-today';
import { longDay } from '../../dates/format';
import { useText } from '../../i18n/use-text';
import { Finding, ownerOf, PlanContent } from '../../problem/problem-content';
import type { ProblemInCampaign } from '../../problem/use-problem';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { SinceLastRound } from '../since-last-round';
import { RemarkForm } from './remark';
import { ReturnForm } from './return-form';
import { WithProblem } from './with-problem';

/** The claim with everything it rests on. */
export const Claim = ({ found: { problem, itemText } }: { found: ProblemInCampaign }) => {
  const { t } = useText();
  const today = useToday();
  return (
    <div className="stack">
      {problem.claim ? <SinceLastRound problem={problem} returned="ClaimReturned" /> : null}
      <Finding problem={problem} itemText={itemText} />
      <PlanContent problem={problem} dueOn={problem.dueOn} today={today} />
      {problem.claim ? (
        <dl className="facts">
          <dt>{t('claim.result')}</dt>
          <dd>{problem.claim.result}</dd>
          <dt>{t('claim.on')}</dt>
          <dd>{longDay(problem.claim.on, today, t)}</dd>
        </dl>
      ) : null}
    </div>
  );
};

/** 审核 or 验收: an opinion may be added. */
export const JudgeClaim = () => {
  const { t } = useText();
  const { action } = useCard();
  const consequence = t(
    action.command === 'PassReview' ? 'consequence.PassReview' : 'consequence.AcceptCompletion',
  );
  return (
    <WithProblem>
      {(found) => (
        <RemarkForm field="opinion" label={t('form.opinion')} optional consequence={consequence}>
          <Claim found={found} />
        </RemarkForm>
      )}
    </WithProblem>
  );
};

export const SignOffProblem = () => {
  const { t } = useText();
  const { send } = useCard();
  return (
    <WithProblem>
      {(found) => (
        <CardForm onConfirm={() => send({})} consequence={t('consequence.SignOffProblem')}>
          <Claim found={found} />
        </CardForm>
      )}
    </WithProblem>
  );
};

export const ReturnClaim = () => {
  const { t } = useText();
  const today = useToday();
  return (
    <WithProblem>
      {(found) => (
        <ReturnForm
          consequence={t('consequence.ReturnClaim', {
            name: ownerOf(found.problem, t),
            day: found.problem.dueOn ? longDay(found.problem.dueOn, today, t) : t('ledger.noDate'),
          })}
        >
          <Claim found={found} />
        </ReturnForm>
      )}
    </WithProblem>
  );
};

/** The owner asks for the sign-off with a written result. */
export const ClaimCompletion = () => {
  const { t } = useText();
  return (
    <WithProblem>
      {(found) => (
        <RemarkForm
          field="result"
          label={t('form.claimResult')}
          consequence={t('consequence.ClaimCompletion')}
        >
          {found.problem.missing ? (
            <p className="note" data-tone="attention">
              {t('problem.missing', { missing: found.problem.missing })}
            </p>
          ) : null}
          <Claim found={found} />
        </RemarkForm>
      )}
    </WithProblem>
  );
};
