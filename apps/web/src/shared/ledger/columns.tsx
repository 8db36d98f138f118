import { compareDates, type CivilDate } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { ReactNode } from 'react';
import type { Problem } from '../api/types';
import { shortDay } from '../dates/format';
import type { Say } from '../i18n/use-text';
import { CodeLink } from '../problem/code-link';
import { ownerOf, statusOf } from '../problem/problem-content';
import { LedgerLight } from '../problem/ledger-light';
import type { Column } from '../ui/data-table';
import { dueText } from './due-text';
import { sortKeys, type ColumnKey, type LedgerView, type SortKey } from './view';

interface Written {
  readonly kind?: NonNullable<Column<Problem>['kind']>;
  readonly isRowHeader?: true;
  readonly cell: (problem: Problem, at: At, index: number) => ReactNode;
}

interface At {
  readonly today: CivilDate;
  readonly t: Say;
}

const day = (date: CivilDate | null | undefined, { today, t }: At): string =>
  date ? shortDay(date, today, t) : t('ledger.noDate');

/** Whom it waits for, for what and until when: the light is that of the first. */
const waiting = ({ waitsFor }: Problem, at: At): string => {
  const { t } = at;
  if (waitsFor.length === 0) return t('ledger.noDate');
  return [...waitsFor]
    .sort((a, b) => compareDates(a.dueOn, b.dueOn))
    .map(({ kind, holder, dueOn }) =>
      t('ledger.waits', {
        names: holder.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody'),
        act: t(`obligation.${kind}` as MessageKey),
        day: day(dueOn, at),
      }),
    )
    .join(t('ledger.then'));
};

const measuresOf = ({ plan }: Problem, { t }: At): string =>
  plan
    ? t('ledger.measuresDone', {
        done: plan.measures.filter(({ finished }) => finished).length,
        of: plan.measures.length,
      })
    : t('ledger.noDate');

/** 1. … (7月15日前；责任人) – each measure on a line of its own. */
const textsOf = ({ plan, masked }: Problem, at: At): string =>
  masked
    ? ''
    : (plan?.measures ?? [])
        .map(({ text, dueOn }, index) =>
          at.t('ledger.measureText', { number: index + 1, text, day: day(dueOn, at) }),
        )
        .join('\n');

/** What each column says of a problem; the words of a masked one are empty already. */
const written: Readonly<Record<ColumnKey, Written>> = {
  place: { kind: 'number', cell: (_, __, index) => index + 1 },
  code: { kind: 'short', isRowHeader: true, cell: ({ code }) => <CodeLink code={code} /> },
  aspect: { kind: 'words', cell: ({ aspect }) => aspect.name },
  problem: { kind: 'title', cell: ({ title }, { t }) => title || t('ledger.noDate') },
  detail: { kind: 'prose', cell: ({ detail }) => detail },
  rootCause: { kind: 'prose', cell: ({ plan }) => plan?.rootCause },
  target: { kind: 'prose', cell: ({ plan }) => plan?.target },
  measures: { kind: 'short', cell: measuresOf },
  measureTexts: { kind: 'prose', cell: (problem, at) => textsOf(problem, at) },
  fixType: {
    kind: 'short',
    cell: ({ fixType }, { t }) => (fixType ? t(`fixType.${fixType}`) : t('ledger.noDate')),
  },
  lead: {
    kind: 'short',
    cell: ({ lead }, { t }) =>
      lead.people.map(({ name }) => name).join(t('people.and')) || t('people.nobody'),
  },
  owner: { kind: 'short', cell: (problem, { t }) => ownerOf(problem, t) },
  issuedOn: { kind: 'short', cell: ({ issuedOn }, at) => day(issuedOn, at) },
  dueOn: { kind: 'short', cell: (problem, { today, t }) => dueText(problem, today, t) },
  extendedTo: { kind: 'short', cell: ({ extendedTo }, at) => day(extendedTo, at) },
  light: { cell: (problem, { today }) => <LedgerLight problem={problem} today={today} /> },
  status: { kind: 'short', cell: (problem, { t }) => statusOf(problem, t) },
  waitsFor: { kind: 'names', cell: waiting },
  claimedOn: { kind: 'short', cell: ({ claim }, at) => day(claim?.on, at) },
  closedOn: { kind: 'short', cell: ({ closed }, at) => day(closed?.on, at) },
  lookBack: {
    kind: 'short',
    cell: ({ lookBack: { sampled, verdicts } }, { t }) =>
      t(`lookBack.${verdicts.at(-1)?.verdict ?? (sampled ? 'waits' : 'notDrawn')}`),
  },
};

const LABELS: Readonly<Record<ColumnKey, MessageKey>> = {
  place: 'plan.number',
  code: 'ledger.code',
  aspect: 'ledger.aspect',
  problem: 'ledger.problem',
  detail: 'problem.detail',
  rootCause: 'plan.rootCause',
  target: 'plan.target',
  measures: 'ledger.measures',
  measureTexts: 'plan.measure',
  fixType: 'ledger.fixType',
  lead: 'duty.lead',
  owner: 'ledger.owner',
  issuedOn: 'ledger.issuedOn',
  dueOn: 'ledger.dueOn',
  extendedTo: 'ledger.extendedTo',
  light: 'ledger.light',
  status: 'ledger.status',
  waitsFor: 'campaign.waitsFor',
  claimedOn: 'claim.on',
  closedOn: 'ledger.closedOn',
  lookBack: 'lookBack.conclusion',
};

export const columnLabel = (key: ColumnKey, t: Say): string => t(LABELS[key]);

const isSortKey = (key: ColumnKey): key is ColumnKey & SortKey =>
  (sortKeys as readonly string[]).includes(key);

interface Sorting {
  readonly sort: LedgerView['sort'];
  readonly onSort: (by: SortKey) => void;
}

/** The columns of a ledger as its table takes them; on paper without sorting. */
export const ledgerColumns = (
  keys: readonly ColumnKey[],
  at: At,
  sorting?: Sorting,
): readonly Column<Problem>[] =>
  keys.map((key) => {
    const { cell, ...rest } = written[key];
    const { sort, onSort } = sorting ?? {};
    return {
      key,
      label: columnLabel(key, at.t),
      ...rest,
      cell: (problem, index) => cell(problem, at, index),
      ...(onSort && isSortKey(key) ? { onSort: () => onSort(key) } : {}),
      ...(sort?.by === key ? { sorted: sort.descending ? 'descending' : 'ascending' } : {}),
    };
  });
