import { Link, useSearch } from '@tanstack/react-router';
import type { Id } from '@rectify/domain';
import { useDeferredValue, useMemo } from 'react';
import type { Problem } from '../../../shared/api/types';
import { useAsOf, useIsCompared } from '../../../shared/as-of/as-of';
import { AsOfBanner } from '../../../shared/as-of/as-of-bar';
import { Changes } from '../../../shared/as-of/changes';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { outOfTheWay, rowsOf } from '../../../shared/ledger/filter';
import { HiddenNote } from '../../../shared/ledger/hidden-note';
import { useLedger, useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerView, unfiltered, type LedgerView } from '../../../shared/ledger/view';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Pending } from '../../../shared/ui/pending';
import { useSame } from '../../../shared/ui/use-same';
import { Button } from 'antd';
import { Chips } from './chips';
import { LedgerTable } from './ledger-table';
import { ColumnChoice, DensityChoice } from './look';
import { MoreFilters, useShow } from './more-filters';
import { SavedViews } from './saved-list';
import './ledger.css';

/** How the ledger is looked at, as the address says. */
export const useLedgerView = (): LedgerView => {
  const search: Readonly<Record<string, unknown>> = useSame(useSearch({ strict: false }));
  return useMemo(() => ledgerView(search), [search]);
};

/** The 台账 of one campaign, or of several together. */
export const LedgerBody = ({ ids }: { ids: readonly Id[] }) => {
  const asOf = useAsOf();
  const isCompared = useIsCompared();
  const { data, first, error, refetch } = useLedger(ids, asOf);
  return (
    <>
      <AsOfBanner />
      {asOf !== undefined && isCompared ? <Changes ids={ids} asOf={asOf} /> : null}
      <Loaded query={{ data: data ?? first, error, refetch }} lines={10}>
        {(problems) => <Shown problems={problems} isWhole={data !== undefined} />}
      </Loaded>
    </>
  );
};

/** In their usual order the first rows stay where they are when the others come. */
const maybeEarly = ({ sort, rows }: LedgerView): boolean =>
  sort.by === 'code' && !sort.descending && rows === 'page';

interface ShownProps {
  readonly problems: readonly Problem[];
  /** False while only the first of them are there. */
  readonly isWhole: boolean;
}

const Shown = ({ problems, isWhole }: ShownProps) => {
  const { t } = useText();
  const view = useLedgerView();
  const today = useToday();
  const me = useMyId();
  const at = useMemo(() => ({ today, me }), [today, me]);
  // The chips answer at once, the rows as soon as they can.
  const shown = useDeferredValue(view);
  const rows = useMemo(
    () => (isWhole || maybeEarly(shown) ? rowsOf(problems, shown, at) : []),
    [problems, isWhole, shown, at],
  );
  if (isWhole && problems.length === 0) {
    return (
      <Empty text={t('ledger.empty')}>
        <Link to="/c">{t('todo.seeCampaigns')}</Link>
      </Empty>
    );
  }
  return (
    <>
      <div className="ledger-tools">
        <Chips problems={problems} isWhole={isWhole} view={view} at={at} />
        <div className="row">
          <MoreFilters problems={problems} view={view} />
          <ColumnChoice view={view} />
          <DensityChoice view={view} />
          {me === null ? null : <SavedViews key={me} view={view} />}
        </div>
      </div>
      <section className="panel ledger" aria-label={t('ledger.title')}>
        {rows.length > 0 ? (
          <LedgerTable key={view.rows} rows={rows} isWhole={isWhole} view={shown} today={today} />
        ) : isWhole ? (
          <NoneSuch view={view} />
        ) : (
          <Pending lines={10} />
        )}
      </section>
      {isWhole ? <Hidden problems={problems} view={view} /> : null}
    </>
  );
};

const NoneSuch = ({ view }: { view: LedgerView }) => {
  const { t } = useText();
  const show = useShow();
  return (
    <div className="panel-body panel-first row">
      {t('ledger.noneSuch')}
      <Button onClick={() => show({ ...view, ...unfiltered })}>{t('ledger.clear')}</Button>
    </div>
  );
};

/** Under the rows: what is not among them, and what never is. */
const Hidden = ({ problems, view }: { problems: readonly Problem[]; view: LedgerView }) => {
  const { t } = useText();
  const show = useShow();
  return (
    <p className="muted row">
      {view.status.length === 0 ? (
        <HiddenNote problems={problems}>
          <Button size="small" onClick={() => show({ ...view, status: outOfTheWay })}>
            {t('ledger.showHidden')}
          </Button>
        </HiddenNote>
      ) : null}
      <span>{t('ledger.noClues')}</span>
    </p>
  );
};
