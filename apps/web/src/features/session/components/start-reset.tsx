import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import { localTime } from '../../../shared/dates/format';
import { SelectField } from '../../../shared/fields/select-field';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { usePostNames } from '../../../shared/people/post-name';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { Unread } from '../../../shared/ui/unread';
import { useOwnChange, type StartedReset } from '../api/account';

/** Somebody forgot their password: a secretary begins, and hands over a link. Whose it may be, the list of people says: only these accounts stand in it. */
export const StartReset = () => {
  const { t } = useText();
  const led = useQuery(queries.me()).data?.posts.find(({ post }) => post === 'secretary');
  const holders = useQuery(queries.people());
  const others = useQuery({ ...queries.otherPeople(), enabled: led !== undefined });
  const postNames = usePostNames();
  const [accountId, setAccountId] = useState('');
  const [password, setPassword] = useState('');
  const start = useOwnChange<StartedReset>();
  if (!led) return null;
  const options = [...(holders.data ?? []), ...(others.data ?? [])].flatMap(({ name, posts, accounts }) =>
    accounts.map(({ accountId: value, account }) => ({
      value,
      label: t('account.resetOf', { name, post: postNames(posts, led.unitId), account }),
    })),
  );
  return (
    <Panel title={t('account.reset')}>
      <form
        className="panel-body stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (accountId !== '') start.mutate({ path: `/api/accounts/${accountId}/reset`, password });
          setPassword('');
        }}
      >
        <p className="muted small">{t('account.resetHint')}</p>
        <Unread query={holders.error ? holders : others} />
        <SelectField
          label={t('account.resetWho')}
          value={accountId}
          onChange={setAccountId}
          options={[{ value: '', label: t('account.resetNobody') }, ...options]}
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
