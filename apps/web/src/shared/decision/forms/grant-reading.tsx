import { GRANT_LIMITS, type CivilDate, type GrantReach } from '@rectify/domain';
import { useState } from 'react';
import { useToday } from '../../dates/use-today';
import { ChoiceField } from '../../fields/choice-field';
import { DayField } from '../../fields/day-field';
import { PersonField } from '../../fields/person-field';
import { TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { newId } from '../../lib/new-id';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

interface Draft {
  readonly to: string;
  readonly reach: GrantReach | null;
  readonly endOn: CivilDate | null;
  readonly reason: string;
}

/** Somebody who inspects reads the unit's records for a while: who, how far, until when, why. */
export const GrantReading = () => {
  const { t } = useText();
  const today = useToday();
  const { matter, send } = useCard();
  const [draft, setDraft] = useCardDraft<Draft>({ to: '', reach: null, endOn: null, reason: '' });
  const [grantId] = useState(newId);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const { to, reach, endOn } = draft;
  const reason = draft.reason.trim();
  const confirm = () => {
    ask();
    if (to === '' || reach === null || endOn === null || reason === '') return;
    send({ grantId, to, reach, endOn, reason });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.GrantReading')}>
      <PersonField
        label={t('form.grantTo')}
        value={to}
        unitId={matter.unitId}
        nobody={t('form.choosePerson')}
        withoutPost
        onChange={(personId) => change({ to: personId })}
        error={required(to === '') ?? refused('to')}
      />
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
      <DayField
        label={t('form.endOn')}
        hint={t('form.delegationHint', { days: GRANT_LIMITS.days })}
        value={endOn}
        today={today}
        chips={[7, 14]}
        onChange={(day) => change({ endOn: day })}
        error={required(endOn === null) ?? refused('endOn')}
      />
      <TextField
        label={t('form.reason')}
        value={draft.reason}
        onChange={(text) => change({ reason: text })}
        error={required(reason === '') ?? refused('reason')}
      />
    </CardForm>
  );
};
