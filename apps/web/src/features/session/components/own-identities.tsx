import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { civilDateOf } from '@rectify/domain';
import { send } from '../../../shared/api/client';
import { queries } from '../../../shared/api/queries';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { OidcButton, useOidcName } from '../../../shared/ui/oidc-button';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { Unread } from '../../../shared/ui/unread';
import { useOwnChange } from '../api/account';

/** Identities at the provider that open this account; linked and unlinked with the password. */
export const OwnIdentities = () => {
  const { t } = useText();
  const today = useToday();
  const name = useOidcName();
  const offer = useQuery(queries.oidc());
  const identities = useQuery(queries.identities());
  const [password, setPassword] = useState('');
  const unlink = useOwnChange();
  if (name === null) return <Unread query={offer} />;
  return (
    <Panel title={t('account.identities')}>
      <div className="panel-body stack">
        <p className="muted small">{t('account.identitiesHint', { name })}</p>
        <TextField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Loaded query={identities}>
          {(rows) => (
            <ul className="stack">
              {rows.map(({ id, linkedAt }) => (
                <li key={id} className="row">
                  <span>
                    {t('account.identityLinked', { day: longDay(civilDateOf(linkedAt), today, t) })}
                  </span>
                  <Button
                    size="small"
                    onClick={() =>
                      unlink.mutate({ path: `/api/oidc/identities/${id}`, method: 'DELETE', password })
                    }
                  >
                    {t('account.unlink')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {unlink.error ? <RefusalNote error={unlink.error} /> : null}
        <OidcButton
          purpose="link"
          returnTo="/account"
          before={() => send<void>('/api/session/confirm', { method: 'POST', body: { password } })}
        />
      </div>
    </Panel>
  );
};
