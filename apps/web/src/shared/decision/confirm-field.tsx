import { TextField } from '../fields/text-field';
import { OidcButton } from '../ui/oidc-button';
import { useText } from '../i18n/use-text';
import { useCard } from './card-context';

/** Asked above the button of what counts as a signature, once the grace after the last time has ended. */
export const ConfirmField = ({ isMissing }: { isMissing: boolean }) => {
  const { t } = useText();
  const { isAsked, password, setPassword } = useCard().confirmation;
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
      {/* What was typed waits as a draft; the way back leads to the page this card stands on. */}
      <OidcButton purpose="confirm" returnTo={window.location.pathname} />
    </>
  );
};
