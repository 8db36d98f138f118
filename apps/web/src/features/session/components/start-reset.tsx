import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import { localTime } from '../../../shared/dates/format';
import { useRequired } from '../../../shared/decision/use-required';
import { SelectField } from '../../../shared/fields/select-field';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { usePostNames } from '../../../shared/people/post-name';
import { Form } from '../../../shared/ui/form';
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
  const { ask, sent, required } = useRequired();
  if (!led) return null;
  const options = [...(holders.data ?? []), ...(others.data ?? [])].flatMap(({ name, posts, accounts }) =>
    accounts.map(({ accountId: value, account }) => ({
      value,
      label: t('account.resetOf', { name, post: postNames(posts, led.unitId), account }),
    })),
  );
  return (
    <Panel title={t('account.reset')}>
      <Form
        className="panel-body stack"
        onSubmit={() => {
          ask();
          if (accountId === '' || password === '') return;
          start.mutate({ path: `/api/accounts/${accountId}/reset`, password });
          setPassword('');
          sent();
        }}
      >
        <p className="muted small">{t('account.resetHint')}</p>
        <Unread query={holders.error ? holders : others} />
        <SelectField
          label={t('account.resetWho')}
          value={accountId}
          onChange={setAccountId}
          error={required(accountId === '')}
          options={[{ value: '', label: t('account.resetNobody') }, ...options]}
        />
        <TextField
          label={t('account.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={required(password === '')}
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
      </Form>
    </Panel>
  );
};
