import type { MessageKey } from '@rectify/i18n';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';

/** Nothing is left to be said: what follows from it, and the button that does it. */
export const Certain = () => {
  const { t } = useText();
  const { action, send } = useCard();
  return (
    <CardForm onConfirm={() => send({})} consequence={t(`consequence.${action.command}` as MessageKey)} />
  );
};
