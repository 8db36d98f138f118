import { TextField } from '../fields/text-field';
import { OidcButton } from '../ui/oidc-button';
import { useText } from '../i18n/use-text';
import { useCard } from './card-context';
import type { Confirmation } from './use-confirmation';

interface PasswordAgainProps {
  readonly confirmation: Confirmation;
  readonly isMissing?: boolean;
}

/** Asked above the button of what counts as a signature, once the grace after the last time has ended. */
export const PasswordAgain = ({ confirmation, isMissing = false }: PasswordAgainProps) => {
  const { t } = useText();
  const { isAsked, password, setPassword } = confirmation;
  if (!isAsked) return null;
  return (
    <>
      <TextField
        label={t('card.password')}
        hint={t('card.passwordHint')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={isMissing && password === '' ? t('validation.required') : undefined}
      />
      {/* What was typed waits as a draft; the way back leads to the page this stands on. */}
      <OidcButton purpose="confirm" returnTo={window.location.pathname} />
    </>
  );
};

/** The same in a decision's card. */
export const ConfirmField = ({ isMissing }: { isMissing: boolean }) => (
  <PasswordAgain confirmation={useCard().confirmation} isMissing={isMissing} />
);
