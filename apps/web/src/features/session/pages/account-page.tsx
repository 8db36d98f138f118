import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useText } from '../../../shared/i18n/use-text';
import { Page } from '../../../shared/ui/page';
import { OwnIdentities } from '../components/own-identities';
import { OwnPassword } from '../components/own-password';
import { OwnSessions } from '../components/own-sessions';
import { OwnTokens } from '../components/own-tokens';
import { StartReset } from '../components/start-reset';
import { OwnTotp } from '../components/own-totp';

/** How one signs in, and what is open in one's name. */
const AccountPage = () => {
  const { t } = useText();
  const isExpired = useQuery(queries.me()).data?.passwordExpired ?? false;
  return (
    <div className="narrow">
      <Page title={t('account.title')}>
        {isExpired ? (
          <p className="note" data-tone="refusal" role="alert">
            {t('refusal.PASSWORD_EXPIRED')}
          </p>
        ) : null}
        <nav className="row phone-only" aria-label={t('settings.title')}>
          <Link to="/settings/delegation">{t('settings.delegation')}</Link>
          <Link to="/settings">{t('settings.people')}</Link>
        </nav>
        <OwnPassword />
        <OwnTotp />
        <OwnIdentities />
        <OwnSessions />
        <OwnTokens />
        <StartReset />
      </Page>
    </div>
  );
};

export default AccountPage;
