import type { ReactNode } from 'react';
import { useState } from 'react';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';

interface RemarkProps {
  /** The field of the command that takes the text. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly consequence?: ReactNode;
  readonly children?: ReactNode;
}

/** What is decided on, one text, and the button: most decisions. */
export const RemarkForm = ({ field, label, hint, optional = false, consequence, children }: RemarkProps) => {
  const { t } = useText();
  const { send } = useCard();
  const [text, setText] = useCardDraft('');
  const [asked, ask] = useState(false);
  const fieldError = useFieldError();
  const isMissing = !optional && text.trim() === '';
  const confirm = () => {
    ask(true);
    if (isMissing) return;
    send(text.trim() === '' ? {} : { [field]: text.trim() });
  };
  return (
    <CardForm onConfirm={confirm} consequence={consequence}>
      {children}
      <AreaField
        label={label}
        value={text}
        onChange={setText}
        optional={optional}
        rows={2}
        error={asked && isMissing ? t('validation.required') : fieldError(field)}
        {...(hint === undefined ? {} : { hint })}
      />
    </CardForm>
  );
};
