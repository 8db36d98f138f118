import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

const subscribe = (listener: () => void): (() => void) => {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** Dark follows the system. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
