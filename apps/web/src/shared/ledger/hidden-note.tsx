import type { ReactNode } from 'react';
import type { Problem } from '../api/types';
import { useText } from '../i18n/use-text';
import { hiddenCount } from './filter';

interface HiddenProps {
  readonly problems: readonly Problem[];
  /** The way to list them. */
  readonly children: ReactNode;
}

/** What is out of the way is said to be there, and shown when asked for. */
export const HiddenNote = ({ problems, children }: HiddenProps) => {
  const { t } = useText();
  const count = hiddenCount(problems);
  return count > 0 ? (
    <span className="row" data-hidden={count}>
      {t('ledger.hidden', { count })}
      {children}
    </span>
  ) : null;
};
