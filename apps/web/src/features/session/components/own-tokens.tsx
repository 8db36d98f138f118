import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { ChoiceField } from '../../../shared/fields/choice-field';
import { useRequired } from '../../../shared/decision/use-required';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Form } from '../../../shared/ui/form';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useOwnChange, type MadeToken, type NewToken } from '../api/account';
import { civilDateOf } from '@rectify/domain';

type Scope = NonNullable<NewToken['scope']>;

/** Tokens of one's programs: shown once when they are made, afterwards only by their names. */
export const OwnTokens = () => {
  const { t } = useText();
  const today = useToday();
  const tokens = useQuery(queries.tokens());
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [password, setPassword] = useState('');
  const make = useOwnChange<MadeToken>();
  const { ask, sent, required } = useRequired();
  const end = useOwnChange();
  return (
    <Panel title={t('account.tokens')}>
      <div className="panel-body stack">
        <p className="muted small">{t('account.tokensHint')}</p>
        <Loaded query={tokens}>
          {(rows) => (
            <ul className="stack">
              {rows.map((token) => (
                <li key={token.id} className="row">
                  <span>{token.name}</span>
                  <span className="muted small">
                    {t(token.scope === 'read' ? 'account.scopeRead' : 'account.scopeCommands')}{' '}
                    {t('account.until', { day: longDay(civilDateOf(token.expiresAt), today, t) })}
                  </span>
                  <Button
                    size="small"
                    onClick={() => end.mutate({ path: `/api/tokens/${token.id}`, method: 'DELETE' })}
                  >
                    {t('account.endToken')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {end.error ? <RefusalNote error={end.error} /> : null}
        <Form
          onSubmit={() => {
            ask();
            if (name.trim() === '' || password === '') return;
            sent();
            make.mutate(
              { path: '/api/tokens', body: { name: name.trim(), scope }, password },
              { onSuccess: () => setName('') },
            );
            setPassword('');
          }}
        >
          <TextField
            label={t('account.tokenName')}
            value={name}
            onChange={setName}
            error={required(name.trim() === '')}
          />
          <ChoiceField
            legend={t('account.scope')}
            value={scope}
            options={[
              { value: 'read', label: t('account.scopeRead') },
              { value: 'commands', label: t('account.scopeCommands') },
            ]}
            onChange={setScope}
          />
          <TextField
            label={t('account.password')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={required(password === '')}
          />
          {make.error ? <RefusalNote error={make.error} /> : null}
          {make.data ? (
            <p className="note" role="status">
              {t('account.tokenShown')} <code>{make.data.token}</code>
            </p>
          ) : null}
          <Button htmlType="submit" loading={make.isPending}>
            {t('account.makeToken')}
          </Button>
        </Form>
      </div>
    </Panel>
  );
};
