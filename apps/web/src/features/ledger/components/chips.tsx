import { Link } from '@tanstack/react-router';
import type { MessageKey } from '@rectify/i18n';
import type { Problem } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { chipsOf, type Reckoned } from '../../../shared/ledger/filter';
import { withView, type LedgerView } from '../../../shared/ledger/view';

interface ChipsProps {
  readonly problems: readonly Problem[];
  /** What is not all there is not counted. */
  readonly isWhole: boolean;
  readonly view: LedgerView;
  readonly at: Reckoned;
}

/** 全部24 | 逾期2 | 7天内3 …: each with the number of rows that it shows. */
export const Chips = ({ problems, isWhole, view, at }: ChipsProps) => {
  const { t } = useText();
  return (
    <nav className="chips" aria-label={t('ledger.filters')}>
      {chipsOf(problems, view, at).map(({ key, then, count, isPressed }) => (
        <Link
          key={key}
          to="."
          search={withView({ ...view, ...then })}
          replace
          resetScroll={false}
          className="chip"
          // The router would call every one of them the current page.
          activeProps={{ 'aria-current': isPressed ? 'true' : undefined }}
          data-chip={key}
          data-pressed={isPressed}
        >
          {t(`ledger.chip.${key}` as MessageKey)}{' '}
          {isWhole ? <span className="chip-count">{count}</span> : null}
        </Link>
      ))}
    </nav>
  );
};
