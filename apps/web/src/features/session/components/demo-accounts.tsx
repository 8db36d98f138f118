import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { DemoAccountList } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { PlainButton } from '../../../shared/ui/plain-button';
import { Unread } from '../../../shared/ui/unread';

type Account = DemoAccountList['items'][number];

interface DemoAccountsProps {
  readonly onChoose: (account: { account: string; password: string }) => void;
  readonly isBusy: boolean;
}

/** In the demonstration everybody's account is one press away; elsewhere there is no such list. */
export const DemoAccounts = ({ onChoose, isBusy }: DemoAccountsProps) => {
  const { t } = useText();
  const query = useQuery({ ...queries.demoAccounts(), retry: false });
  const accounts = query.data?.items ?? [];
  if (accounts.length === 0) return <Unread query={query} />;
  return (
    <Panel title={t('signIn.demo')}>
      <div className="panel-body stack">
        <p className="muted small">{t('signIn.demoHint')}</p>
        {byUnit(accounts).map(([unit, people]) => (
          <div key={unit} className="stack demo-unit">
            <h3>{unit}</h3>
            <ul className="demo-people">
              {people.map(({ account, name, post, password }) => (
                <li key={account}>
                  <PlainButton disabled={isBusy} onClick={() => onChoose({ account, password })}>
                    {t('people.named', { name, post })}
                  </PlainButton>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  );
};

const byUnit = (accounts: readonly Account[]): [string, Account[]][] => {
  const units = new Map<string, Account[]>();
  for (const account of accounts) units.set(account.unit, [...(units.get(account.unit) ?? []), account]);
  return [...units];
};
