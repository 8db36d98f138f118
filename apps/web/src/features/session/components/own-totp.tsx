import { useQuery } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Totp } from '../../../shared/api/types';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useOwnChange, type BegunTotp, type ConfirmedTotp } from '../api/account';

/** The second step of signing in: begun with the password, in force with the first code. */
export const OwnTotp = () => {
  const { t } = useText();
  const query = useQuery(queries.totp());
  return (
    <Panel title={t('account.totp')}>
      <Loaded query={query}>{(state) => <SecondStep state={state} />}</Loaded>
    </Panel>
  );
};

const SecondStep = ({ state }: { state: Totp }) => {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useOwnChange<BegunTotp>();
  const confirm = useOwnChange<ConfirmedTotp>();
  const end = useOwnChange();
  const withPassword = (change: () => void) => {
    change();
    setPassword('');
  };
  const begun = state.on ? undefined : begin.data;
  return (
    <div className="panel-body stack">
      <p className="muted small">
        {state.on
          ? t('account.totpOn', { count: state.recoveryCodes })
          : t(state.offered ? 'account.totpOff' : 'account.totpNotOffered')}
      </p>
      {begun ? (
        <>
          <p>{t('account.totpSecret')}</p>
          {/* Cameras look for the light field around it, on a dark page too; who cannot see it has the secret below. */}
          <div aria-hidden="true">
            <QRCode type="svg" value={begun.uri} color="#000" bgColor="#fff" />
          </div>
          <p>
            <code>{begun.secret}</code> <a href={begun.uri}>{t('account.totpLink')}</a>
          </p>
          <TextField label={t('signIn.code')} autoComplete="one-time-code" value={code} onChange={setCode} />
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ path: '/api/totp/confirm', body: { code } })}
          >
            {t('account.totpConfirm')}
          </Button>
        </>
      ) : state.on || state.offered ? (
        <TextField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      ) : null}
      {confirm.data ? (
        <div className="note" role="status">
          <p>{t('account.recoveryShown')}</p>
          <ul>
            {confirm.data.recoveryCodes.map((each) => (
              <li key={each}>
                <code>{each}</code>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {[begin.error, confirm.error, end.error].filter(Boolean).map((error, index) => (
        <RefusalNote key={index} error={error} />
      ))}
      {state.on ? (
        <Button
          loading={end.isPending}
          onClick={() => withPassword(() => end.mutate({ path: '/api/totp', method: 'DELETE', password }))}
        >
          {t('account.totpEnd')}
        </Button>
      ) : null}
      {!state.on && !begun && state.offered ? (
        <Button
          loading={begin.isPending}
          onClick={() => withPassword(() => begin.mutate({ path: '/api/totp', password }))}
        >
          {t('account.totpBegin')}
        </Button>
      ) : null}
    </div>
  );
};
