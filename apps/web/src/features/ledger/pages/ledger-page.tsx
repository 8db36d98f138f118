import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queries } from '../../../shared/api/queries';
import { AsOfControl } from '../../../shared/as-of/as-of-bar';
import { useText } from '../../../shared/i18n/use-text';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Unread } from '../../../shared/ui/unread';
import { LedgerBody } from '../components/ledger-body';

const byCode = <Coded extends { readonly code: string }>(campaigns: readonly Coded[]): Coded[] =>
  [...campaigns].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The problems of everything that is running and readable; what has ended stands with its campaign. */
const LedgerPage = () => {
  const { t } = useText();
  const campaigns = useQuery(queries.campaigns());
  // The head of the page keeps them; they are long, and of use here only for where they are owed.
  const mine = useQuery({ ...queries.obligations('mine'), refetchOnMount: false });
  const ids = useMemo(() => {
    const running = (campaigns.data ?? []).filter(({ status }) => status === 'open');
    // Behind the own units': these come later, and would move the rows.
    const elsewhere = (mine.data ?? []).flatMap(({ campaign }) => campaign ?? []);
    return [...new Set([...byCode(running), ...byCode(elsewhere)].map(({ id }) => id))];
  }, [campaigns.data, mine.data]);
  return (
    <Page title={t('nav.ledger')} tools={<AsOfControl />}>
      {campaigns.data ? <Unread query={mine} /> : null}
      <Loaded query={campaigns} lines={10}>
        {() =>
          ids.length > 0 ? (
            <LedgerBody ids={ids} />
          ) : (
            <Empty text={t('ledger.noCampaign')}>
              <Link to="/c">{t('todo.seeCampaigns')}</Link>
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
};

export default LedgerPage;
