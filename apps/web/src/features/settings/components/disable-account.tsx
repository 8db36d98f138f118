import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Person } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useDisableAccount } from '../api/accounts';

/** The account beside the posts: it is ended here, or a new password begun. */
export const DisableAccount = ({ person: { personId, name } }: { person: Person }) => {
  const { t } = useText();
  const [isAsked, ask] = useState(false);
  const disable = useDisableAccount(personId);
  return (
    <div className="stack">
      <div className="row small">
        <span className="muted">{t('settings.account')}</span>
        <Button size="small" aria-expanded={isAsked} onClick={() => ask(!isAsked)}>
          {t('settings.disable')}
        </Button>
        <Link to="/account">{t('account.reset')}</Link>
      </div>
      {isAsked && !disable.isSuccess ? (
        <div className="note stack" data-tone="attention">
          <p>{t('settings.disableConsequence', { name })}</p>
          {disable.error ? <RefusalNote error={disable.error} /> : null}
          <div className="row">
            <Button type="primary" loading={disable.isPending} onClick={() => disable.mutate()}>
              {t('settings.disableNow', { name })}
            </Button>
            <Button type="text" onClick={() => ask(false)}>
              {t('card.close')}
            </Button>
          </div>
        </div>
      ) : null}
      {disable.isSuccess ? (
        <p className="note" role="status">
          {t('settings.disabled', { name })}
        </p>
      ) : null}
    </div>
  );
};
