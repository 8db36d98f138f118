import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../../shared/i18n/use-text';
import { Page } from '../../../shared/ui/page';
import '../../../shared/ui/boxes.css';
import './settings.css';

const TABS = [
  ['/settings', 'settings.people'],
  ['/settings/delegation', 'settings.delegation'],
  ['/settings/calendar', 'settings.calendar'],
  ['/settings/channels', 'settings.channels'],
  ['/settings/templates', 'settings.templates'],
  ['/settings/start', 'start.title'],
] as const;

/** One of the settings' pages, with the way to the others. */
export const SettingsPage = ({ title, children }: { title: string; children: ReactNode }) => {
  const { t } = useText();
  return (
    <Page title={title}>
      <nav className="boxes settings-tabs" aria-label={t('settings.title')}>
        {TABS.map(([to, text]) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            {t(text)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
};
