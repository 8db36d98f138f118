import type { Preferences } from '../../../shared/api/types';
import { ledgerSearch, ledgerView, type LedgerSearch } from '../../../shared/ledger/view';

/** A way of looking at the ledger that somebody uses often. */
export interface SavedView {
  readonly name: string;
  readonly search: LedgerSearch;
}

export const MOST_SAVED = 10;
export const LONGEST_NAME = 20;

/** What another version of the page kept is read as far as it is understood. */
export const readViews = (kept: Preferences['views']): readonly SavedView[] =>
  (kept ?? []).map(({ name, search }) => ({ name, search: ledgerSearch(ledgerView({ ...search })) }));

/** The latest first; one of the same name takes the place of the other. */
export const withSaved = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [view, ...views.filter(({ name }) => name !== view.name)].slice(0, MOST_SAVED);

/** As they are kept: a part that is not asked for is not there. */
export const keptViews = (views: readonly SavedView[]): NonNullable<Preferences['views']> =>
  views.map(({ name, search }) => ({
    name,
    search: Object.fromEntries(Object.entries(search).filter(([, part]) => part !== undefined)),
  }));
