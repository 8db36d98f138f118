import { longDay } from '../../dates/format';
import { useToday } from '../../dates/use-today';
import { useText } from '../../i18n/use-text';
import { Finding } from '../../problem/problem-content';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { WithProblem } from './with-problem';

export const AcknowledgeProblem = () => {
  const { t } = useText();
  const today = useToday();
  const { send } = useCard();
  return (
    <WithProblem>
      {({ problem, itemText }) => (
        <CardForm onConfirm={() => send({})} consequence={t('consequence.AcknowledgeProblem')}>
          <Finding problem={problem} itemText={itemText} />
          <p>
            {problem.fixType ? t(`fixType.${problem.fixType}`) : ''}
            {problem.dueOn ? ` · ${t('plan.dueOn')} ${longDay(problem.dueOn, today, t)}` : ''}
          </p>
        </CardForm>
      )}
    </WithProblem>
  );
};
