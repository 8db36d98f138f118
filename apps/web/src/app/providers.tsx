import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect, type ReactNode } from 'react';
import { ApiProblem } from '../shared/api/problem';
import { useText } from '../shared/i18n/use-text';
import { usePalette, useSize } from './preferences';
import { paint } from './paint';
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

/** What every page has. antd comes with the pages behind signing in (inside.tsx). */
export const Providers = ({ children }: { children: ReactNode }) => {
  const isDark = useDark();
  const size = useSize();
  const palette = usePalette();
  const { language } = useText();
  useLayoutEffect(() => paint({ isDark, size, palette, language }), [isDark, size, palette, language]);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
};
