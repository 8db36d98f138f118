import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useText } from '../shared/i18n/use-text';
import { Header } from './header';
import { useSize } from './preferences';
import { Shell } from './shell';
import { themeOf } from './theme';
import { useDark } from './use-scheme';

/** The frame of the pages behind signing in, and antd, which they are made of: whoever signs in does not wait for it. */
const Inside = () => {
  const isDark = useDark();
  const size = useSize();
  const { language } = useText();
  return (
    // For the browsers of our floor: no :where() and no logical properties in antd's styles.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        theme={themeOf({ isDark, size, language })}
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <Shell header={<Header />} />
      </ConfigProvider>
    </StyleProvider>
  );
};

export default Inside;
