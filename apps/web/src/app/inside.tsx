import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { Link } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useMemo } from 'react';
import { useText } from '../shared/i18n/use-text';
import { pageNonce } from '../shared/lib/nonce';
import { LiveNotes } from '../shared/live/live-notes';
import { OfflineNote } from '../shared/ui/offline-note';
import { WorkNotes } from '../shared/work/work-notes';
import { Header } from './header';
import { usePalette, useSize } from './preferences';
import { SessionNote } from './session-note';
import { Shell } from './shell';
import { themeOf } from './theme';
import { useOwnPreferences } from './use-own-preferences';
import { useDark } from './use-scheme';

const nonce = pageNonce();
// antd compares these by identity: new ones at each rendering would render every button of the page anew.
const csp = nonce === undefined ? {} : { nonce };
const button = { autoInsertSpace: false };
const transformers = [legacyLogicalPropertiesTransformer];

const Notes = () => (
  <>
    <SessionNote />
    {/* The one place from which results are told to whoever listens (WCAG 4.1.3): it is there before they come. */}
    <div role="status">
      <OfflineNote />
      <WorkNotes />
      <LiveNotes />
    </div>
  </>
);

/** The frame of the pages behind signing in, and antd, which they are made of: whoever signs in does not wait for it. */
const Inside = () => {
  useOwnPreferences();
  const isDark = useDark();
  const size = useSize();
  const palette = usePalette();
  const { language, t } = useText();
  const theme = useMemo(
    () => themeOf({ isDark, size, palette, language }),
    [isDark, size, palette, language],
  );
  return (
    // For the browsers of our floor: no :where() and no logical properties in antd's styles.
    <StyleProvider hashPriority="high" transformers={transformers}>
      <ConfigProvider theme={theme} csp={csp} locale={language === 'en' ? enUS : zhCN} button={button}>
        <Shell header={<Header />} notes={<Notes />} help={<Link to="/keys">{t('keys.title')}</Link>} />
      </ConfigProvider>
    </StyleProvider>
  );
};

export default Inside;
