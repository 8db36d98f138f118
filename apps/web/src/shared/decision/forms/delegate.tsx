import { commandTypes, DELEGATION_LIMITS, isDelegable, type CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useState } from 'react';
import { useToday } from '../../dates/use-today';
import { ChecksField } from '../../fields/checks-field';
import { DayField } from '../../fields/day-field';
import { useText } from '../../i18n/use-text';
import { newId } from '../../lib/new-id';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { ToWhom, UntilWhen, Why, type Term } from './term-fields';

interface Draft extends Term {
  readonly powers: readonly string[];
  readonly startOn: CivilDate | null;
}

const POWERS = commandTypes.filter(isDelegable);

/** One's own powers to somebody else for a while: to whom, which, from when until when, why. */
export const Delegate = () => {
  const { t } = useText();
  const today = useToday();
  const { send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({
    ...{ to: '', powers: [], startOn: today, endOn: null, reason: '' },
  });
  const [delegationId] = useState(newId);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const term = { term: draft, onChange: change, required };
  const { to, powers, startOn, endOn } = draft;
  const reason = draft.reason.trim();
  const confirm = () => {
    ask();
    if (to === '' || powers.length === 0 || startOn === null || endOn === null || reason === '') return;
    send({ delegationId, to, powers, startOn, endOn, reason });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.Delegate')}>
      <ToWhom {...term} label={t('form.delegateTo')} />
      <ChecksField
        legend={t('form.powers')}
        values={powers}
        options={POWERS.map((value) => ({ value, label: t(`command.${value}` as MessageKey) }))}
        onChange={(values) => change({ powers: values })}
        error={required(powers.length === 0) ?? refused('powers')}
      />
      <div className="two">
        <DayField
          label={t('form.startOn')}
          value={startOn}
          today={today}
          onChange={(day) => change({ startOn: day })}
          error={required(startOn === null) ?? refused('startOn')}
        />
        <UntilWhen {...term} days={DELEGATION_LIMITS.days} chips={[7, 30]} />
      </div>
      <Why {...term} />
    </CardForm>
  );
};
