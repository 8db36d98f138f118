import type { ReactNode } from 'react';
import { AreaField } from '../../fields/text-field';
import { useCard, useCardDraft, useFieldError } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';

interface RemarkProps {
  /** The field of the command that takes the text. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly consequence?: ReactNode;
  /** What is sent besides. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly children?: ReactNode;
}

/** What is decided on, one text, and the button: most decisions. */
export const RemarkForm = ({
  field,
  label,
  hint,
  optional = false,
  consequence,
  more,
  children,
}: RemarkProps) => {
  const { send } = useCard();
  const [text, setText] = useCardDraft('');
  const { ask, required } = useRequired();
  const fieldError = useFieldError();
  const isMissing = !optional && text.trim() === '';
  const confirm = () => {
    ask();
    if (isMissing) return;
    send({ ...more, ...(text.trim() === '' ? {} : { [field]: text.trim() }) });
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
        error={required(isMissing) ?? fieldError(field)}
        {...(hint === undefined ? {} : { hint })}
      />
    </CardForm>
  );
};
