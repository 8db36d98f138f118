import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Person } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { PersonAccounts } from './person-accounts';

/** An administrator opens and closes accounts, without a post and without a password of anybody. */
export const AccountsPanel = ({ people }: { readonly people: readonly Person[] }) => {
  const { t } = useText();
  const others = useQuery(queries.otherPeople());
  return (
    <Panel title={t('settings.accounts')}>
      <Loaded query={others}>
        {(more) => (
          <ul>
            {[...people, ...more].map((person) => (
              <AccountsRow key={person.personId} person={person} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
};

const AccountsRow = ({ person }: { readonly person: Person }) => {
  const { t } = useText();
  const [isOpen, open] = useState(false);
  const { personId, name, accounts } = person;
  return (
    <li className="seat" data-person={personId}>
      <div className="seat-row">
        <span>{name}</span>
        <span className="small">{accounts.map(({ account }) => account).join(' ')}</span>
        <Button
          aria-expanded={isOpen}
          aria-label={t('settings.actOn', { name })}
          onClick={() => open(!isOpen)}
        >
          {t('settings.act')}
        </Button>
      </div>
      {isOpen ? <PersonAccounts person={person} /> : null}
    </li>
  );
};
