import { ChoiceField } from '../../fields/choice-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { Finding } from '../../problem/problem-content';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { WithProblem } from './with-problem';

const DECISIONS = ['include', 'exclude', 'handOver'] as const;

/** Every report is triaged: with a reason, or as handed over, of which no text is kept. */
export const TriageProblem = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<{ decision: (typeof DECISIONS)[number] | null; reason: string }>({
    decision: null,
    reason: '',
  });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const reason = draft.reason.trim();
  const isHandOver = draft.decision === 'handOver';
  const confirm = () => {
    ask();
    if (draft.decision === 'handOver') send({ decision: draft.decision });
    else if (draft.decision !== null && reason !== '') send({ decision: draft.decision, reason });
  };
  return (
    <WithProblem>
      {({ problem, itemText }) => (
        <CardForm
          onConfirm={confirm}
          consequence={t(isHandOver ? 'consequence.HandOver' : 'consequence.TriageProblem')}
        >
          <Finding problem={problem} itemText={itemText} />
          <ChoiceField
            legend={t('form.triage')}
            value={draft.decision}
            options={DECISIONS.map((value) => ({ value, label: t(`triage.${value}`) }))}
            onChange={(decision) => setDraft({ ...draft, decision })}
            error={required(draft.decision === null) ?? fieldError('decision')}
          />
          {!isHandOver && (
            <AreaField
              label={t('form.reason')}
              rows={2}
              value={draft.reason}
              onChange={(text) => setDraft({ ...draft, reason: text })}
              error={required(reason === '') ?? fieldError('reason')}
            />
          )}
        </CardForm>
      )}
    </WithProblem>
  );
};
