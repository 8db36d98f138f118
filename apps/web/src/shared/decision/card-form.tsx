import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { Form } from '../ui/form';
import { RefusalNote } from '../ui/problem-note';
import { whole } from '../ui/unbroken';
import { useCard } from './card-context';
import { ConfirmField } from './confirm-field';
import { confirmVerb, isReturn } from './matter';
import { Meanwhile } from './meanwhile';
import { UnreadForm } from './unread-form';
import { withdrawalOf } from './withdrawal';

interface CardFormProps {
  /** Answers whether the form is complete; it shows by itself what is missing. */
  readonly onConfirm: () => void;
  /** Instead of the action's own word. */
  readonly verb?: string;
  /** What follows from it, above the button. */
  readonly consequence?: ReactNode;
  readonly children?: ReactNode;
}

/** The frame of every form: content, what will follow, one button that does it and one that closes. Ctrl+Enter does it too. */
export const CardForm = ({ onConfirm, verb, consequence, children }: CardFormProps) => {
  const { t } = useText();
  const { action, isSending, refusal, close, confirmation } = useCard();
  const [isMissing, setMissing] = useState(false);
  const confirm = () => {
    if (isSending) return;
    if (confirmation.isAsked && confirmation.password === '') setMissing(true);
    else onConfirm();
  };
  return (
    <Form onSubmit={confirm}>
      <UnreadForm />
      {children}
      <div className="card-foot">
        {refusal ? <RefusalNote error={refusal} /> : null}
        <Meanwhile />
        <p className="muted small">
          {whole(consequence)}
          {consequence ? t('sentence.then') : null}
          {t(withdrawalOf(action.command))}
        </p>
        <ConfirmField isMissing={isMissing} />
        <div className="row">
          <Button type={isReturn(action) ? 'default' : 'primary'} htmlType="submit" loading={isSending}>
            {verb ?? confirmVerb(action, t)}
          </Button>
          <Button type="text" onClick={close}>
            {t('card.close')}
          </Button>
        </div>
      </div>
    </Form>
  );
};
