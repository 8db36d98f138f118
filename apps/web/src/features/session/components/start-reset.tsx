import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import { localTime } from '../../../shared/dates/format';
import { PersonField } from '../../../shared/fields/person-field';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useOwnChange, type StartedReset } from '../api/account';

/** Somebody forgot their password: a secretary begins, and hands over a link. Whose it may be is the API's to say. */
export const StartReset = () => {
  const { t } = useText();
  const led = useQuery(queries.me()).data?.posts.find(({ post }) => post === 'secretary');
  const [personId, setPersonId] = useState('');
  const [password, setPassword] = useState('');
  const start = useOwnChange<StartedReset>();
  if (!led) return null;
  return (
    <Panel title={t('account.reset')}>
      <form
        className="panel-body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (personId !== '') start.mutate({ path: `/api/accounts/${personId}/reset`, password });
          setPassword('');
        }}
      >
        <p className="muted small">{t('account.resetHint')}</p>
        <PersonField
          label={t('account.resetWho')}
          value={personId}
          onChange={setPersonId}
          unitId={led.unitId}
          nobody={t('account.resetNobody')}
        />
        <TextField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {start.error ? <RefusalNote error={start.error} /> : null}
        {start.data ? (
          <p className="note" role="status">
            {t('account.resetShown', { time: localTime(start.data.expiresAt) })}{' '}
            <code>{start.data.link}</code>
          </p>
        ) : null}
        <Button htmlType="submit" loading={start.isPending}>
          {t('account.resetStart')}
        </Button>
      </form>
    </Panel>
  );
};
