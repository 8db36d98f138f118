import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useLayoutEffect, type ReactNode } from 'react';
import { ApiProblem } from '../shared/api/problem';
import { useText } from '../shared/i18n/use-text';
import { useSize } from './preferences';
import { paint, themeOf } from './theme';
import { useDark } from './use-scheme';

/** Only what may have been a moment's absence is asked again by itself, and only readings. */
const mayRetry = (count: number, error: Error): boolean =>
  count < 2 && error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 502);

/** Rows do not move under the reader: lists are read anew on arrival and after one's own acts, not behind one's back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 2_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const Providers = ({ children }: { children: ReactNode }) => {
  const isDark = useDark();
  const size = useSize();
  const { language } = useText();
  useLayoutEffect(() => paint({ isDark, size, language }), [isDark, size, language]);
  return (
    // For the browsers of our floor: no :where() and no logical properties in antd's styles.
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        theme={themeOf({ isDark, size, language })}
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
};
