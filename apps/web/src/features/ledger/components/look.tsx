import { Button } from 'antd';
import { useText } from '../../../shared/i18n/use-text';
import { columnLabel } from '../../../shared/ledger/columns';
import { columnKeys, screenColumns, type ColumnKey, type LedgerView } from '../../../shared/ledger/view';
import { Disclosure } from '../../../shared/ui/disclosure';
import { useShow } from './more-filters';

/** A row without its number has no name. */
const FIXED: ColumnKey = 'code';

/** 列: which of the columns are shown, in their fixed order. */
export const ColumnChoice = ({ view }: { view: LedgerView }) => {
  const { t } = useText();
  const show = useShow();
  const choose = (key: ColumnKey, isWanted: boolean) =>
    show({
      ...view,
      cols: columnKeys.filter((each) => (each === key ? isWanted : view.cols.includes(each))),
    });
  return (
    <Disclosure label={t('ledger.columns')}>
      {() => (
        <>
          <fieldset className="columns">
            <legend className="label">{t('ledger.columns')}</legend>
            {columnKeys.map((key) => (
              <label key={key} className="column-choice">
                <input
                  type="checkbox"
                  checked={view.cols.includes(key)}
                  disabled={key === FIXED}
                  onChange={({ target }) => choose(key, target.checked)}
                />
                {columnLabel(key, t)}
              </label>
            ))}
          </fieldset>
          <Button onClick={() => show({ ...view, cols: screenColumns })}>{t('ledger.usualColumns')}</Button>
        </>
      )}
    </Disclosure>
  );
};

/** 疏密 */
export const DensityChoice = ({ view }: { view: LedgerView }) => {
  const { t } = useText();
  const show = useShow();
  const isCompact = view.density === 'compact';
  return (
    <Button
      type="text"
      aria-pressed={isCompact}
      onClick={() => show({ ...view, density: isCompact ? 'normal' : 'compact' })}
    >
      {t('ledger.compact')}
    </Button>
  );
};
