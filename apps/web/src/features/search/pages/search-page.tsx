import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { CampaignListItem, Found } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { CodeLink } from '../../../shared/problem/code-link';
import { DataTable } from '../../../shared/ui/data-table';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Unread } from '../../../shared/ui/unread';

const SHORTEST = 2;

/** Problems and campaigns by number or words. What one may not read is not found, and a clue item is nowhere. */
const SearchPage = () => {
  const { t } = useText();
  const { q = '' } = useSearch({ from: '/inside/search' });
  const isEnough = [...q].length >= SHORTEST;
  return (
    <Page title={q === '' ? t('search.title') : t('search.titleOf', { words: q })}>
      {isEnough ? <Results words={q} /> : <p className="note">{t('search.tooShort')}</p>}
    </Page>
  );
};

const holds = (campaign: CampaignListItem, words: string): boolean =>
  [campaign.code, campaign.title, campaign.titleEn].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
  );

const Results = ({ words }: { words: string }) => {
  const { t } = useText();
  const query = useQuery(queries.search(words));
  const all = useQuery(queries.campaigns());
  const campaigns = (all.data ?? []).filter((campaign) => holds(campaign, words));
  return (
    <>
      {campaigns.length > 0 ? (
        <Campaigns campaigns={campaigns} />
      ) : query.data ? (
        <Unread query={all} />
      ) : null}
      <Loaded query={query} lines={6}>
        {({ items, next }) =>
          all.data && items.length === 0 && campaigns.length === 0 ? (
            <Empty text={t('search.none')}>
              <Link to="/ledger">{t('search.toLedger')}</Link>
            </Empty>
          ) : (
            <>
              {items.length > 0 ? <Problems found={items} /> : null}
              {next ? <p className="muted">{t('search.more', { count: items.length })}</p> : null}
            </>
          )
        }
      </Loaded>
    </>
  );
};

const Campaigns = ({ campaigns }: { campaigns: readonly CampaignListItem[] }) => {
  const words = useText();
  return (
    <ul className="panel panel-body panel-first" aria-label={words.t('nav.campaigns')}>
      {campaigns.map((campaign) => (
        <li key={campaign.id}>
          <Link to="/c/$code" params={{ code: campaign.code }}>
            {campaign.code}
          </Link>{' '}
          {campaignTitle(campaign, words)}
        </li>
      ))}
    </ul>
  );
};

const Problems = ({ found }: { found: readonly Found[] }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  return (
    <section className="panel" aria-label={t('ledger.problem')}>
      <DataTable
        caption={t('search.found', { count: found.length })}
        rows={found}
        rowKey={({ id }) => id}
        rowProps={({ code, status }) => ({ 'data-problem': code, 'data-status': status })}
        columns={[
          {
            key: 'code',
            label: t('ledger.code'),
            isRowHeader: true,
            kind: 'short',
            cell: ({ code }) => <CodeLink code={code} />,
          },
          { key: 'problem', label: t('ledger.problem'), cell: ({ title }) => title },
          {
            key: 'campaign',
            label: t('campaigns.name'),
            cell: ({ campaign }) => campaignTitle(campaign, words),
          },
          {
            key: 'dueOn',
            label: t('ledger.dueOn'),
            kind: 'short',
            cell: ({ dueOn }) => (dueOn ? shortDay(dueOn, today, t) : t('ledger.noDate')),
          },
          {
            key: 'status',
            label: t('ledger.status'),
            kind: 'short',
            cell: ({ status }) => t(`status.${status}`),
          },
        ]}
      />
    </section>
  );
};

export default SearchPage;
