import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Person } from '../../../shared/api/types';
import { useRequired } from '../../../shared/decision/use-required';
import { TextField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Form } from '../../../shared/ui/form';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useAddAccount, useDisableAccount, type Account } from '../api/accounts';

interface PersonAccountsProps {
  readonly person: Person;
  /** Whoever may end the tenures may begin a new password too; an administrator never. */
  readonly mayReset?: boolean;
}

/** What somebody signs in by, beside their posts: it is opened and ended here, or a new password begun. */
export const PersonAccounts = ({ person, mayReset = false }: PersonAccountsProps) => {
  const { t } = useText();
  const [asked, ask] = useState<Account | null>(null);
  const disable = useDisableAccount();
  const { name, accounts } = person;
  return (
    <div className="stack">
      <div className="row small">
        <span className="muted">{t('settings.account')}</span>
        {accounts.map((account) => (
          <Button
            key={account.accountId}
            size="small"
            aria-expanded={asked?.accountId === account.accountId}
            onClick={() => ask(asked?.accountId === account.accountId ? null : account)}
          >
            {t('settings.disable', { account: account.account })}
          </Button>
        ))}
        {mayReset ? <Link to="/account">{t('account.reset')}</Link> : null}
      </div>
      {asked ? (
        <div className="note stack" data-tone="attention">
          <p>{t('settings.disableConsequence', { name, account: asked.account })}</p>
          {disable.error ? <RefusalNote error={disable.error} /> : null}
          <div className="row">
            <Button
              type="primary"
              loading={disable.isPending}
              onClick={() => disable.mutate(asked, { onSuccess: () => ask(null) })}
            >
              {t('settings.disableNow', { account: asked.account })}
            </Button>
            <Button type="text" onClick={() => ask(null)}>
              {t('card.close')}
            </Button>
          </div>
        </div>
      ) : null}
      {disable.isSuccess ? (
        <p className="note" role="status">
          {t('settings.disabled', { account: disable.variables.account })}
        </p>
      ) : null}
      <AddAccount person={person} />
    </div>
  );
};

const AddAccount = ({ person: { personId, name } }: { readonly person: Person }) => {
  const { t } = useText();
  const [isOpen, open] = useState(false);
  const [account, type] = useState('');
  const { ask, sent, required } = useRequired();
  const add = useAddAccount(personId, () => {
    open(false);
    type('');
    sent();
  });
  return (
    <>
      <div>
        <Button size="small" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {t('settings.addAccount')}
        </Button>
      </div>
      {isOpen ? (
        <Form
          className="note stack"
          onSubmit={() => {
            ask();
            if (account.trim() !== '') add.mutate(account.trim());
          }}
        >
          <p>{t('settings.addAccountHint', { name })}</p>
          <TextField
            label={t('setUp.account')}
            hint={t('setUp.accountHint')}
            value={account}
            onChange={type}
            error={required(account.trim() === '')}
          />
          {add.error ? <RefusalNote error={add.error} /> : null}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {t('settings.addAccountNow', { name })}
            </Button>
          </div>
        </Form>
      ) : null}
      {add.data && !isOpen ? (
        <p className="note" role="status">
          {t('settings.accountMade', { account: add.data.account })}
        </p>
      ) : null}
    </>
  );
};
