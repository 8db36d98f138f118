import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text';
import { useNow } from '../work/use-now';

/** What comes faster than this is shown at once; a flash of grey would only disturb. */
const PATIENCE_MS = 300;
/** What takes longer says how long it has taken. */
const LONG_S = 2;

/** Grey blocks of about the final size, after a moment; never a spinner over the page, never a false 0. */
export const Pending = ({ lines = 4 }: { lines?: number }) => {
  const { t } = useText();
  const [shown, show] = useState(false);
  const [began] = useState(() => Date.now());
  const seconds = Math.floor((useNow(1_000) - began) / 1_000);
  useEffect(() => {
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="skeleton" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: `${92 - ((line * 17) % 40)}%` }} />
      ))}
      {seconds < LONG_S ? null : (
        <p className="small muted" aria-hidden="true">
          {t('state.loadingFor', { count: seconds })}
        </p>
      )}
    </div>
  );
};
