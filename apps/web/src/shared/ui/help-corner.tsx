import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';

/** Whom one asks here, as the server of the pages was told (HELP_CONTACT); empty where nobody said. */
const contact = document.querySelector<HTMLMetaElement>('meta[name="help"]')?.content ?? '';

/** Help and a telephone number stand in the same corner of every page (WCAG 3.2.6). */
export const HelpCorner = ({ children }: { children?: ReactNode }) => {
  const { t } = useText();
  return (
    <footer className="help small">
      <span>{contact === '' ? t('help.nobody') : t('help.contact', { contact })}</span>
      {children}
    </footer>
  );
};
