import { GRANT_LIMITS, type GrantReach } from '@rectify/domain';
import { useState } from 'react';
import { ChoiceField } from '../../fields/choice-field';
import { useText } from '../../i18n/use-text';
import { newId } from '../../lib/new-id';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { ToWhom, UntilWhen, Why, type Term } from './term-fields';

interface Draft extends Term {
  readonly reach: GrantReach | null;
}

/** Somebody who inspects reads the unit's records for a while: who, how far, until when, why. */
export const GrantReading = () => {
  const { t } = useText();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ to: '', reach: null, endOn: null, reason: '' });
  const [grantId] = useState(newId);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const term = { term: draft, onChange: change, required };
  const { to, reach, endOn } = draft;
  const reason = draft.reason.trim();
  const confirm = () => {
    ask();
    if (to === '' || reach === null || endOn === null || reason === '') return;
    send({ grantId, to, reach, endOn, reason });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.GrantReading')}>
      <ToWhom {...term} label={t('form.grantTo')} withoutPost />
      <ChoiceField
        legend={t('form.reach')}
        value={reach}
        options={[
          { value: 'F1', label: t('form.reachF1') },
          { value: 'F2', label: t('form.reachF2') },
        ]}
        onChange={(value) => change({ reach: value })}
        error={required(reach === null) ?? refused('reach')}
      />
      <UntilWhen {...term} days={GRANT_LIMITS.days} chips={[7, 14]} />
      <Why {...term} />
    </CardForm>
  );
};
