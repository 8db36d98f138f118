import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainTextField } from '../../../shared/fields/plain-text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Page } from '../../../shared/ui/page';
import { PlainButton } from '../../../shared/ui/plain-button';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useResetPassword } from '../api/session';

/** A new password with a link that was handed over; what follows # is sent to nobody but the api, in a body. */
const ResetPage = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const [next, setNext] = useState('');
  const reset = useResetPassword(() => void navigate({ to: '/sign-in', replace: true }));
  return (
    <div className="narrow">
      <Page title={t('reset.title')}>
        <form
          className="panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            reset.mutate({ token, next });
          }}
        >
          <div className="panel-body panel-first stack">
            <PlainTextField
              label={t('password.next')}
              hint={t('reset.hint')}
              type="password"
              autoComplete="new-password"
              value={next}
              onChange={setNext}
            />
            {reset.error ? <RefusalNote error={reset.error} /> : null}
            <PlainButton look="primary" type="submit" isBusy={reset.isPending}>
              {t('reset.submit')}
            </PlainButton>
          </div>
        </form>
      </Page>
    </div>
  );
};

export default ResetPage;
