import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { send } from '../../../shared/api/client';
import { useText } from '../../../shared/i18n/use-text';
import { Page } from '../../../shared/ui/page';
import { Pending } from '../../../shared/ui/pending';
import { RefusalNote } from '../../../shared/ui/problem-note';

const TOLD = ['state', 'code', 'iss', 'error'] as const;

/** What the provider sent along, taken out of the address at once: nothing of it stays in the history. */
const takeAnswer = (): Record<string, string> => {
  const query = new URLSearchParams(window.location.search);
  window.history.replaceState(null, '', '/oidc');
  const answer = TOLD.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { state: '', ...Object.fromEntries(answer) };
};

/** Where the provider of identities sends the browser back to: the answer is handed on, and the way ends where it began. */
const OidcPage = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [answer] = useState(takeAnswer);
  const { mutate, error } = useMutation({
    mutationFn: () => send<{ returnTo: string }>('/api/oidc/finish', { method: 'POST', body: answer }),
    onSuccess: ({ returnTo }) => {
      client.clear();
      void navigate({ href: returnTo, replace: true });
    },
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <div className="narrow">
      <Page title={t('signIn.oidcTitle')}>
        <div className="panel">
          <div className="panel-body panel-first stack">
            {error ? (
              <>
                <RefusalNote error={error} />
                <Link to="/sign-in">{t('signIn.oidcBack')}</Link>
              </>
            ) : (
              <Pending lines={2} />
            )}
          </div>
        </div>
      </Page>
    </div>
  );
};

export default OidcPage;
