import type { CivilDate } from '@rectify/domain';
import { useToday } from '../../dates/use-today';
import { ChoiceField } from '../../fields/choice-field';
import { DayField } from '../../fields/day-field';
import { PersonField } from '../../fields/person-field';
import { useText } from '../../i18n/use-text';
import { Finding } from '../../problem/problem-content';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { WithProblem } from './with-problem';

/** 长期坚持 is issued by a later version; the rule refuses it today. */
const FIX_TYPES = ['immediate', 'timeLimited'] as const;
const DUTIES = ['owner', 'lead', 'reviewer', 'acceptor'] as const;

interface Draft {
  readonly fixType: (typeof FIX_TYPES)[number] | null;
  readonly people: Readonly<Partial<Record<(typeof DUTIES)[number], string>>>;
  readonly dueOn: CivilDate | null;
}

/** Fix type and, where the secretary names them, people; whoever is not named is found by the duty's posts. */
export const IssueProblem = () => {
  const { t } = useText();
  const today = useToday();
  const { matter, send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ fixType: null, people: {}, dueOn: null });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const confirm = () => {
    ask();
    const { fixType, dueOn } = draft;
    if (fixType === null) return;
    const named = Object.entries(draft.people).filter(([, personId]) => personId !== '');
    const date = fixType === 'immediate' && dueOn !== null ? { dueOn } : {};
    send({ fixType, ...Object.fromEntries(named), ...date });
  };
  return (
    <WithProblem>
      {({ problem, itemText }) => (
        <CardForm onConfirm={confirm} consequence={t('consequence.IssueProblem')}>
          <Finding problem={problem} itemText={itemText} />
          <ChoiceField
            legend={t('form.fixType')}
            value={draft.fixType}
            options={FIX_TYPES.map((value) => ({ value, label: t(`fixType.${value}`) }))}
            onChange={(fixType) => setDraft({ ...draft, fixType })}
            error={required(draft.fixType === null) ?? fieldError('fixType')}
          />
          {draft.fixType === 'immediate' ? (
            <DayField
              label={t('plan.dueOn')}
              optional
              hint={t('form.immediateHint')}
              value={draft.dueOn}
              today={today}
              onChange={(dueOn) => setDraft({ ...draft, dueOn })}
              error={fieldError('dueOn')}
            />
          ) : null}
          <div className="two">
            {DUTIES.map((duty) => (
              <PersonField
                key={duty}
                label={t(`duty.${duty}`)}
                optional
                value={draft.people[duty] ?? ''}
                unitId={matter.unitId}
                nobody={t('form.byPost')}
                onChange={(personId) => setDraft({ ...draft, people: { ...draft.people, [duty]: personId } })}
                error={fieldError(duty)}
              />
            ))}
          </div>
        </CardForm>
      )}
    </WithProblem>
  );
};
