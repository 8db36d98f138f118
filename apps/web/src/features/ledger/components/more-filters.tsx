import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback } from 'react';
import type { Problem } from '../../../shared/api/types';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { columnLabel } from '../../../shared/ledger/columns';
import { aspectsOf } from '../../../shared/ledger/filter';
import {
  everyStatus,
  ledgerView,
  lightFilters,
  sortKeys,
  unfiltered,
  withView,
  type LedgerView,
  type SortKey,
} from '../../../shared/ledger/view';
import { Disclosure } from '../../../shared/ui/disclosure';

/** Shows the ledger in another way; the address is the only place where it is kept. */
export const useShow = () => {
  const navigate = useNavigate();
  return (view: LedgerView) =>
    void navigate({ to: '.', search: withView(view), replace: true, resetScroll: false });
};

/** By that column; another time the other way round. Always the same function. */
export const useSortBy = () => {
  const navigate = useNavigate();
  return useCallback(
    (by: SortKey) =>
      void navigate({
        to: '.',
        search: (search: Record<string, unknown>) => {
          const view = ledgerView(search);
          const descending = view.sort.by === by && !view.sort.descending;
          return withView({ ...view, sort: { by, descending } })(search);
        },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
};

const ALL = '';

interface FiltersProps {
  readonly problems: readonly Problem[];
  readonly view: LedgerView;
}

/** 更多筛选: one status, aspect, light; whose; and the order, which a phone has no headings for. */
export const MoreFilters = ({ problems, view }: FiltersProps) => {
  const { t } = useText();
  const show = useShow();
  const all = { value: ALL, label: t('ledger.chip.all') };
  const present = everyStatus.filter((status) => problems.some((problem) => problem.status === status));
  const [status = ALL] = view.status.length === 1 ? view.status : [];
  return (
    <Disclosure label={t('ledger.moreFilters')}>
      {() => (
        <>
          <SelectField
            label={t('ledger.status')}
            value={status}
            options={[all, ...present.map((value) => ({ value, label: t(`status.${value}`) }))]}
            onChange={(value) => show({ ...view, status: everyStatus.filter((each) => each === value) })}
          />
          <SelectField
            label={t('ledger.aspect')}
            value={view.aspect ?? ALL}
            options={[all, ...aspectsOf(problems).map(({ code, name }) => ({ value: code, label: name }))]}
            onChange={(value) => show({ ...view, aspect: value === ALL ? null : value })}
          />
          <SelectField
            label={t('ledger.light')}
            value={view.light ?? ALL}
            options={[all, ...lightFilters.map((value) => ({ value, label: t(`ledger.lightIs.${value}`) }))]}
            onChange={(value) =>
              show({ ...view, light: lightFilters.find((light) => light === value) ?? null })
            }
          />
          <SelectField
            label={t('ledger.owner')}
            value={view.owner ?? ALL}
            options={[all, { value: 'me', label: t('ledger.ownerMe') }]}
            onChange={(value) => show({ ...view, owner: value === 'me' ? 'me' : null })}
          />
          <SelectField
            label={t('ledger.sort')}
            value={view.sort.by}
            options={sortKeys.map((value) => ({ value, label: columnLabel(value, t) }))}
            onChange={(by) => show({ ...view, sort: { by, descending: false } })}
          />
          <Button onClick={() => show({ ...view, ...unfiltered })}>{t('ledger.clear')}</Button>
        </>
      )}
    </Disclosure>
  );
};
