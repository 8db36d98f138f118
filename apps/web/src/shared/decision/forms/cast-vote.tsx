import { ChoiceField } from '../../fields/choice-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { StageContent } from './stage-content';

const VOTES = ['for', 'against', 'abstain'] as const;

/** A member's vote on the problem list, which is shown with it. */
export const CastVote = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<{ vote: (typeof VOTES)[number] | null }>({ vote: null });
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const confirm = () => {
    ask();
    if (draft.vote !== null) send({ vote: draft.vote });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.CastVote')}>
      <StageContent stage="problemList" />
      <ChoiceField
        legend={t('form.vote')}
        value={draft.vote}
        options={VOTES.map((value) => ({ value, label: t(`vote.${value}`) }))}
        onChange={(vote) => setDraft({ vote })}
        error={required(draft.vote === null) ?? fieldError('vote')}
      />
    </CardForm>
  );
};
