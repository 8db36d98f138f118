import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ClockControl } from '../features/clock/components/clock-control';
import { queries } from '../shared/api/queries';
import { useText } from '../shared/i18n/use-text';
import { lazy, Suspense } from 'react';
import { useKeys } from '../shared/keys/use-keys';
import { Disclosure } from '../shared/ui/disclosure';
import { Pending } from '../shared/ui/pending';
import { HeadRow } from './head-row';
import { SearchField } from './search-field';
import { Switches } from './switches';
import { UserMenu } from './user-menu';

/** Loaded when it is opened. */
const DisplayPanel = lazy(() => import('./display-panel'));

/** What else than size and language somebody chooses of how the pages look. */
const Display = () => {
  const { t } = useText();
  return (
    <Disclosure label={t('display.title')}>
      {() => (
        <Suspense fallback={<Pending lines={4} />}>
          <DisplayPanel />
        </Suspense>
      )}
    </Disclosure>
  );
};

/** The badge is the number of rows of the very same query as the list. */
const Nav = () => {
  const { t } = useText();
  const count = useQuery(queries.obligations('mine')).data?.length;
  const me = useQuery(queries.me()).data;
  const isKeeping = me?.administrator || me?.posts.some(({ post }) => post === 'secretary');
  return (
    <nav className="nav" aria-label={t('shell.nav')}>
      <Link to="/todo" activeOptions={{ exact: false, includeSearch: false }}>
        {t('nav.todo')}
        {count === undefined ? null : <span className="badge">{count}</span>}
      </Link>
      <Link to="/c">{t('nav.campaigns')}</Link>
      <Link to="/ledger" activeOptions={{ includeSearch: false }}>
        {t('nav.ledger')}
      </Link>
      <Link to="/calendar" activeOptions={{ includeSearch: false }}>
        {t('nav.calendar')}
      </Link>
      {isKeeping ? (
        <Link to="/settings" className="desk-only">
          {t('nav.settings')}
        </Link>
      ) : null}
      <Link to="/account" className="phone-only">
        {t('nav.mine')}
      </Link>
    </nav>
  );
};

export const Header = () => {
  useKeys();
  return (
    <HeadRow
      nav={<Nav />}
      tools={
        <>
          <SearchField />
          <ClockControl />
          <Switches />
          <Display />
          <UserMenu />
        </>
      }
    />
  );
};
