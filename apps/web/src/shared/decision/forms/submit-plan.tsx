import { Button } from 'antd';
import { useState } from 'react';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { Finding } from '../../problem/problem-content';
import type { ProblemInCampaign } from '../../problem/use-problem';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { MeasureFields } from './measure-fields';
import { draftOf, emptyMeasure, missingIn, toPlan, type PlanDraft } from './plan-draft';
import { WithProblem } from './with-problem';

export const SubmitPlan = () => <WithProblem>{(found) => <Plan found={found} />}</WithProblem>;

/** Cause, target, deadline and one measure or more. */
const Plan = ({ found: { problem, itemText } }: { found: ProblemInCampaign }) => {
  const { t } = useText();
  const today = useToday();
  const { action, send } = useCard();
  const proposed = (action.defaults['dueOn'] as string | undefined) ?? null;
  const [draft, setDraft] = useCardDraft<PlanDraft>(draftOf(problem, proposed));
  const [asked, ask] = useState(false);
  const refused = useFieldError();
  const missing = missingIn(draft);
  const errorAt = (path: string) =>
    asked && missing.includes(path) ? t('validation.required') : refused(path);
  const change = (values: Partial<PlanDraft>) => setDraft({ ...draft, ...values });
  const confirm = () => {
    ask(true);
    if (missing.length === 0) send(toPlan(draft));
  };
  const isFixed = problem.fixType === 'immediate';
  return (
    <CardForm
      onConfirm={confirm}
      consequence={t(isFixed ? 'consequence.SubmitPlanNow' : 'consequence.SubmitPlan')}
    >
      {problem.missing ? (
        <p className="note" data-tone="attention">
          {t('problem.missing', { missing: problem.missing })}
        </p>
      ) : null}
      <Finding problem={problem} itemText={itemText} />
      <AreaField
        label={t('plan.rootCause')}
        rows={2}
        value={draft.rootCause}
        onChange={(rootCause) => change({ rootCause })}
        error={errorAt('rootCause')}
      />
      <AreaField
        label={t('plan.target')}
        rows={2}
        value={draft.target}
        onChange={(target) => change({ target })}
        error={errorAt('target')}
      />
      <DayField
        label={t('plan.dueOn')}
        hint={t(isFixed ? 'form.dueFixed' : 'form.dueProposed')}
        value={draft.dueOn}
        today={today}
        chips={isFixed ? [] : [30, 60]}
        onChange={(dueOn) => change({ dueOn })}
        error={errorAt('dueOn')}
      />
      {draft.measures.map((measure, index) => (
        <MeasureFields
          key={index}
          index={index}
          measure={measure}
          errorAt={errorAt}
          onChange={(next) =>
            change({ measures: draft.measures.map((each, at) => (at === index ? next : each)) })
          }
          {...(draft.measures.length > 1
            ? { onRemove: () => change({ measures: draft.measures.filter((_, at) => at !== index) }) }
            : {})}
        />
      ))}
      <div>
        <Button onClick={() => change({ measures: [...draft.measures, emptyMeasure(draft.dueOn)] })}>
          {t('form.addMeasure')}
        </Button>
      </div>
    </CardForm>
  );
};
