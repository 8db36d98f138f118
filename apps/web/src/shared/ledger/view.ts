import type { ProblemStatus } from '@rectify/domain';

/** Every column that a ledger can have, in the order in which they stand. */
export const columnKeys = [
  'place',
  'code',
  'aspect',
  'problem',
  'detail',
  'rootCause',
  'target',
  'fixType',
  'lead',
  'owner',
  'issuedOn',
  'dueOn',
  'extendedTo',
  'light',
  'status',
  'waitsFor',
  'measures',
  'measureTexts',
  'claimedOn',
  'closedOn',
  'lookBack',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const screenColumns: readonly ColumnKey[] = [
  'code',
  'aspect',
  'problem',
  'fixType',
  'owner',
  'dueOn',
  'light',
  'status',
  'waitsFor',
  'measures',
];

export const sortKeys = ['code', 'aspect', 'owner', 'dueOn', 'light', 'status'] as const;
export type SortKey = (typeof sortKeys)[number];

export const lightFilters = ['overdue', 'soon', 'normal', 'done'] as const;
export type LightFilter = (typeof lightFilters)[number];

/** Held to the domain's union by the compiler. */
const STATUSES: Readonly<Record<ProblemStatus, true>> = {
  ...{ reported: true, excluded: true, handedOver: true, included: true, merged: true, split: true },
  ...{ issued: true, acknowledged: true, planSubmitted: true, rectifying: true, claimed: true },
  ...{ reviewed: true, accepted: true, noticed: true, sustained: true, closed: true, terminated: true },
};
export const everyStatus = Object.keys(STATUSES) as readonly ProblemStatus[];

/** How a ledger is looked at: all of it stands in the address. */
export interface LedgerView {
  /** Empty: every status but those that are out of the way. */
  readonly status: readonly ProblemStatus[];
  readonly light: LightFilter | null;
  /** 责任人 is the reader. */
  readonly owner: 'me' | null;
  /** Something of it waits for the reader now. */
  readonly waits: 'me' | null;
  readonly aspect: string | null;
  readonly cols: readonly ColumnKey[];
  readonly sort: { readonly by: SortKey; readonly descending: boolean };
  readonly density: 'normal' | 'compact';
  /** `scroll`: only the rows in sight are in the page. */
  readonly rows: 'page' | 'scroll';
}

/** As it stands in the address; what is usual is left out. Lists are joined by `_`, so that nothing is escaped. */
export interface LedgerSearch {
  readonly status?: string | undefined;
  readonly light?: LightFilter | undefined;
  readonly owner?: 'me' | undefined;
  readonly waits?: 'me' | undefined;
  readonly aspect?: string | undefined;
  readonly cols?: string | undefined;
  readonly sort?: string | undefined;
  readonly density?: 'compact' | undefined;
  readonly rows?: 'scroll' | undefined;
}

const BETWEEN = '_';
const LONGEST = 64;

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | null =>
  values.find((each) => each === value) ?? null;

const someOf = <Value extends string>(values: readonly Value[], value: unknown): readonly Value[] => {
  const asked = typeof value === 'string' ? value.split(BETWEEN) : [];
  return values.filter((each) => asked.includes(each));
};

const sortOf = (value: unknown): LedgerView['sort'] => {
  const asked = typeof value === 'string' ? value : '';
  const descending = asked.startsWith('-');
  return { by: oneOf(sortKeys, descending ? asked.slice(1) : asked) ?? 'code', descending };
};

/** What is not understood is as if it were not there. */
export const ledgerView = (search: Readonly<Record<string, unknown>>): LedgerView => {
  const cols = someOf(columnKeys, search['cols']);
  const aspect = search['aspect'];
  // An aspect's code may look like a number, and then arrives as one.
  const named = typeof aspect === 'string' || typeof aspect === 'number' ? String(aspect) : '';
  return {
    status: someOf(everyStatus, search['status']),
    light: oneOf(lightFilters, search['light']),
    owner: oneOf(['me'], search['owner']),
    waits: oneOf(['me'], search['waits']),
    aspect: named !== '' && named.length <= LONGEST ? named : null,
    cols: cols.length > 0 ? cols : screenColumns,
    sort: sortOf(search['sort']),
    density: search['density'] === 'compact' ? 'compact' : 'normal',
    rows: search['rows'] === 'scroll' ? 'scroll' : 'page',
  };
};

const isUsual = (cols: readonly ColumnKey[]): boolean =>
  cols.length === screenColumns.length && cols.every((col) => screenColumns.includes(col));

export const ledgerSearch = (view: LedgerView): LedgerSearch => ({
  ...(view.status.length > 0 ? { status: view.status.join(BETWEEN) } : {}),
  ...(view.light ? { light: view.light } : {}),
  ...(view.owner ? { owner: view.owner } : {}),
  ...(view.waits ? { waits: view.waits } : {}),
  ...(view.aspect ? { aspect: view.aspect } : {}),
  ...(isUsual(view.cols) ? {} : { cols: view.cols.join(BETWEEN) }),
  ...(view.sort.by === 'code' && !view.sort.descending
    ? {}
    : { sort: `${view.sort.descending ? '-' : ''}${view.sort.by}` }),
  ...(view.density === 'compact' ? { density: 'compact' } : {}),
  ...(view.rows === 'scroll' ? { rows: 'scroll' } : {}),
});

/** Nothing left out but what is out of the way. */
export const unfiltered = { status: [], light: null, owner: null, waits: null, aspect: null } as const;

const NOTHING: LedgerSearch = {
  ...{ status: undefined, light: undefined, owner: undefined, waits: undefined, aspect: undefined },
  ...{ cols: undefined, sort: undefined, density: undefined, rows: undefined },
};

/** The address with another view, and whatever else stands in it as it was. */
export const withView =
  (view: LedgerView) =>
  <Search extends object>(search: Search): Search & LedgerSearch => ({
    ...search,
    ...NOTHING,
    ...ledgerSearch(view),
  });
