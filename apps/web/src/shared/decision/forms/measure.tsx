import { longDay } from '../../dates/format';
import { useToday } from '../../dates/use-today';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { RemarkForm } from './remark';
import { WithProblem } from './with-problem';

/** One measure's progress, or its end, in words. */
export const WorkOnMeasure = () => {
  const { t } = useText();
  const today = useToday();
  const { action } = useCard();
  const isEnd = action.command === 'FinishMeasure';
  return (
    <WithProblem>
      {({ problem }) => {
        const measure = problem.plan?.measures.find(({ id }) => id === action.defaults['measureId']);
        return (
          <RemarkForm
            field={isEnd ? 'result' : 'text'}
            label={t(isEnd ? 'form.measureResult' : 'form.progress')}
            consequence={t(isEnd ? 'consequence.FinishMeasure' : 'consequence.ReportProgress')}
          >
            {measure ? (
              <dl className="facts">
                <dt>{t('plan.measure')}</dt>
                <dd>{measure.text}</dd>
                <dt>{t('plan.measureDueOn')}</dt>
                <dd>{longDay(measure.dueOn, today, t)}</dd>
              </dl>
            ) : null}
          </RemarkForm>
        );
      }}
    </WithProblem>
  );
};
