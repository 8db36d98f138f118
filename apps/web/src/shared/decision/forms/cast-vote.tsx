import { useState } from 'react';
import { ChoiceField } from '../../fields/choice-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { StageContent } from './stage-content';

const VOTES = ['for', 'against', 'abstain'] as const;

/** A member's vote on the problem list, which is shown with it. */
export const CastVote = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<{ vote: (typeof VOTES)[number] | null }>({ vote: null });
  const [asked, ask] = useState(false);
  const fieldError = useFieldError();
  const confirm = () => {
    ask(true);
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
        error={(asked && draft.vote === null ? t('validation.required') : undefined) ?? fieldError('vote')}
      />
    </CardForm>
  );
};
