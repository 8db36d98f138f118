import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/use-text';
import '../ui/boxes.css';
import './campaign-tabs.css';

const TABS = [
  ['/c/$code', 'tab.overview'],
  ['/c/$code/screening', 'tab.screening'],
  ['/c/$code/review', 'tab.review'],
  ['/c/$code/ledger', 'nav.ledger'],
  ['/c/$code/calendar', 'nav.calendar'],
  ['/c/$code/lookback', 'tab.lookBack'],
  ['/c/$code/docs', 'tab.docs'],
  ['/c/$code/log', 'record.title'],
] as const;

/** The second level of the way through the pages: inside one campaign, and nothing deeper. The present tab is in sight. */
export const CampaignTabs = ({ code }: { code: string }) => {
  const { t } = useText();
  const strip = useRef<HTMLElement>(null);
  // The strip alone is scrolled: the page stays where it is.
  useLayoutEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!strip.current || !current) return;
    strip.current.scrollLeft = current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2;
  }, []);
  return (
    <nav className="boxes campaign-tabs" aria-label={t('tab.all')} ref={strip}>
      {TABS.map(([to, name]) => (
        <Link key={to} to={to} params={{ code }} activeOptions={{ exact: true, includeSearch: false }}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
};
