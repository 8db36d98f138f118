import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** What stays possible without a network, as long as there is none. A decision is sent when it is pressed, or not at all. */
export const OfflineNote = () => {
  const { t } = useText();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <p className="note live-note" data-tone="attention" data-offline="">
      {t('state.offline')}
    </p>
  );
};
