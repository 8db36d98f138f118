import { useState } from 'react';
import { TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { newId } from '../../lib/new-id';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

/** A unit below this one; its posts are empty until somebody is appointed. */
export const RegisterUnit = () => {
  const { t } = useText();
  const { send } = useCard();
  const [{ code, name }, setDraft] = useCardDraft({ code: '', name: '' });
  const [unitId] = useState(newId);
  const { ask, required } = useRequired();
  const refused = useFieldError();
  const confirm = () => {
    ask();
    if (code.trim() !== '' && name.trim() !== '') send({ unitId, code: code.trim(), name: name.trim() });
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.RegisterUnit')}>
      <div className="two">
        <TextField
          label={t('setUp.unitName')}
          hint={t('setUp.unitNameHint')}
          value={name}
          onChange={(value) => setDraft({ code, name: value })}
          error={required(name.trim() === '') ?? refused('name')}
        />
        <TextField
          label={t('setUp.unitCode')}
          hint={t('setUp.unitCodeHint')}
          value={code}
          onChange={(value) => setDraft({ code: value, name })}
          error={required(code.trim() === '') ?? refused('code')}
        />
      </div>
    </CardForm>
  );
};
