import { useToday } from '../../dates/use-today';
import { useText } from '../../i18n/use-text';
import { PlanContent } from '../../problem/problem-content';
import { useDeadline, type ProblemInCampaign } from '../../problem/use-problem';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { SinceLastRound } from '../since-last-round';
import { ReturnForm } from './return-form';
import { WithProblem } from './with-problem';

const Plan = ({ found: { problem } }: { found: ProblemInCampaign }) => {
  const today = useToday();
  const dueOn = useDeadline(problem);
  if (!problem.plan) return null;
  return (
    <>
      <SinceLastRound problem={problem} returned="PlanReturned" />
      <PlanContent problem={problem} dueOn={dueOn} today={today} />
    </>
  );
};

export const ApprovePlan = () => {
  const { t } = useText();
  const { send } = useCard();
  return (
    <WithProblem>
      {(found) => (
        <CardForm onConfirm={() => send({})} consequence={t('consequence.ApprovePlan')}>
          <Plan found={found} />
        </CardForm>
      )}
    </WithProblem>
  );
};

export const ReturnPlan = () => {
  const { t } = useText();
  return (
    <WithProblem>
      {(found) => (
        <ReturnForm consequence={t('consequence.ReturnPlan')}>
          <Plan found={found} />
        </ReturnForm>
      )}
    </WithProblem>
  );
};
