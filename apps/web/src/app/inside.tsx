import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useText } from '../shared/i18n/use-text';
import { pageNonce } from '../shared/lib/nonce';
import { LiveNotes } from '../shared/live/live-notes';
import { Header } from './header';
import { usePalette, useSize } from './preferences';
import { Shell } from './shell';
import { themeOf } from './theme';
import { useOwnPreferences } from './use-own-preferences';
import { useDark } from './use-scheme';

const nonce = pageNonce();
const csp = nonce === undefined ? {} : { nonce };

/** The frame of the pages behind signing in, and antd, which they are made of: whoever signs in does not wait for it. */
const Inside = () => {
  useOwnPreferences();
  const isDark = useDark();
  const size = useSize();
  const palette = usePalette();
  const { language } = useText();
  return (
    // For the browsers of our floor: no :where() and no logical properties in antd's styles.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        theme={themeOf({ isDark, size, palette, language })}
        csp={csp}
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <Shell header={<Header />} notes={<LiveNotes />} />
      </ConfigProvider>
    </StyleProvider>
  );
};

export default Inside;
