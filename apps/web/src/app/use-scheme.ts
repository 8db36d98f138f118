import { useSyncExternalStore } from 'react';
import { useScheme } from './preferences';

const query = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** Dark follows the system, unless the reader chose. */
export const useDark = (): boolean => {
  const isDarkSystem = useSyncExternalStore(subscribe, () => query().matches);
  const scheme = useScheme();
  return scheme === 'system' ? isDarkSystem : scheme === 'dark';
};
