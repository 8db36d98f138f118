import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { queries } from '../shared/api/queries';
import { ClockControl } from '../features/clock/components/clock-control';
import { switchLanguage } from '../shared/i18n/i18n';
import { useText } from '../shared/i18n/use-text';
import { setPreference } from '../shared/lib/preference';
import { useSize } from './preferences';
import { UserMenu } from './user-menu';

/** 字号 and 中/EN stand on every page, signed in or not. */
const Switches = () => {
  const { t, language } = useText();
  const size = useSize();
  return (
    <>
      <Button
        type="text"
        aria-pressed={size === 'large'}
        onClick={() => setPreference('size', size === 'large' ? 'normal' : 'large')}
      >
        {t('shell.large')}
      </Button>
      <Button
        type="text"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage(language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('shell.otherLanguage')}
      </Button>
    </>
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
      {isKeeping ? <Link to="/settings">{t('nav.settings')}</Link> : null}
    </nav>
  );
};

export const Header = ({ isSignedIn }: { isSignedIn: boolean }) => {
  const { t } = useText();
  return (
    <header className="head">
      <div className="head-row">
        <Link to="/todo" className="brand">
          {t('product.name')}
        </Link>
        {isSignedIn ? <Nav /> : <div className="nav-space" />}
        <div className="head-tools">
          {isSignedIn ? <ClockControl /> : null}
          <Switches />
          {isSignedIn ? <UserMenu /> : null}
        </div>
      </div>
    </header>
  );
};
