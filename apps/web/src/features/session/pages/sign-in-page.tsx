import { isOwnPage } from '@rectify/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useText } from '../../../shared/i18n/use-text';
import { Page } from '../../../shared/ui/page';
import { useSignIn } from '../api/session';
import { DemoAccounts } from '../components/demo-accounts';
import { OidcButton } from '../../../shared/ui/oidc-button';
import { SetUpForm } from '../components/set-up-form';
import { SignInForm } from '../components/sign-in-form';

/** Only our own pages are gone back to. */
const ownPath = (next: string | undefined): string =>
  next !== undefined && isOwnPage(next) ? next : '/todo';

/** Signing in; on an empty installation the form that makes it one's own. */
const SignInPage = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/outside/sign-in' });
  const setUp = useQuery(queries.setUp());
  const signIn = useSignIn(() => void navigate({ href: ownPath(next), replace: true }));
  const begin = useSignIn(() => void navigate({ to: '/settings/start', replace: true }));
  if (setUp.data?.needed) {
    return (
      <div className="narrow">
        <Page title={t('setUp.title')}>
          <SetUpForm onDone={({ account, password }) => begin.mutate({ account, password })} />
        </Page>
      </div>
    );
  }
  return (
    <div className="narrow">
      <Page title={t('signIn.title')}>
        <div className="panel">
          <div className="panel-body panel-first">
            <SignInForm signIn={signIn} />
            <OidcButton purpose="start" returnTo={ownPath(next)} />
          </div>
        </div>
        <DemoAccounts onChoose={(account) => signIn.mutate(account)} isBusy={signIn.isPending} />
      </Page>
    </div>
  );
};

export default SignInPage;
