import { useSearch } from '@tanstack/react-router';
import type { Id } from '@rectify/domain';
import { useDeferredValue, useMemo } from 'react';
import type { Problem } from '../../../shared/api/types';
import { useAsOf, useIsCompared } from '../../../shared/as-of/as-of';
import { AsOfBanner } from '../../../shared/as-of/as-of-bar';
import { Changes } from '../../../shared/as-of/changes';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { hiddenCount, outOfTheWay, rowsOf } from '../../../shared/ledger/filter';
import { useLedger, useMyId } from '../../../shared/ledger/use-ledger';
import { ledgerView, type LedgerView } from '../../../shared/ledger/view';
import { Loaded } from '../../../shared/ui/loaded';
import { Button } from 'antd';
import { Chips } from './chips';
import { LedgerTable } from './ledger-table';
import { ColumnChoice, DensityChoice } from './look';
import { MoreFilters, useShow } from './more-filters';
import { SavedViews } from './saved-list';
import './ledger.css';

/** How the ledger is looked at, as the address says. */
export const useLedgerView = (): LedgerView => {
  const search: object = useSearch({ strict: false });
  const text = JSON.stringify(search);
  return useMemo(() => ledgerView(JSON.parse(text) as Record<string, unknown>), [text]);
};

/** The 台账 of one campaign, or of several together. */
export const LedgerBody = ({ ids }: { ids: readonly Id[] }) => {
  const asOf = useAsOf();
  const isCompared = useIsCompared();
  const query = useLedger(ids, asOf);
  return (
    <>
      <AsOfBanner />
      {asOf !== undefined && isCompared ? <Changes ids={ids} asOf={asOf} /> : null}
      <Loaded query={query} lines={10}>
        {(problems) => <Shown problems={problems} />}
      </Loaded>
    </>
  );
};

const Shown = ({ problems }: { problems: readonly Problem[] }) => {
  const { t } = useText();
  const view = useLedgerView();
  const today = useToday();
  const me = useMyId();
  const at = useMemo(() => ({ today, me }), [today, me]);
  // The chips answer at once, the rows as soon as they can.
  const shown = useDeferredValue(view);
  const rows = useMemo(() => rowsOf(problems, shown, at), [problems, shown, at]);
  if (problems.length === 0) return <p className="note">{t('ledger.empty')}</p>;
  return (
    <>
      <div className="ledger-tools">
        <Chips problems={problems} view={view} at={at} />
        <div className="row">
          <MoreFilters problems={problems} view={view} />
          <ColumnChoice view={view} />
          <DensityChoice view={view} />
          {me === null ? null : <SavedViews key={me} me={me} view={view} />}
        </div>
      </div>
      <section className="panel ledger" aria-label={t('ledger.title')}>
        {rows.length === 0 ? (
          <p className="panel-body panel-first">{t('ledger.noneSuch')}</p>
        ) : (
          <LedgerTable key={view.rows} rows={rows} view={shown} today={today} />
        )}
      </section>
      <Hidden problems={problems} view={view} />
    </>
  );
};

/** What is out of the way is said to be there, and shown when asked for. */
const Hidden = ({ problems, view }: { problems: readonly Problem[]; view: LedgerView }) => {
  const { t } = useText();
  const show = useShow();
  const hidden = hiddenCount(problems);
  return (
    <p className="muted row">
      {hidden > 0 && view.status.length === 0 ? (
        <>
          {t('ledger.hidden', { count: hidden })}
          <Button size="small" onClick={() => show({ ...view, status: outOfTheWay })}>
            {t('ledger.showHidden')}
          </Button>
        </>
      ) : null}
      <span>{t('ledger.noClues')}</span>
    </p>
  );
};
