import type { PersonId } from '@rectify/domain';
import { ledgerSearch, ledgerView, type LedgerSearch } from '../../../shared/ledger/view';

/** A way of looking at the ledger that somebody uses often. */
export interface SavedView {
  readonly name: string;
  readonly search: LedgerSearch;
}

export const MOST_SAVED = 10;
export const LONGEST_NAME = 20;

const keyOf = (me: PersonId): string => `rectify.ledger.${me}`;

const isSaved = (value: unknown): value is { name: string; search: object } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as SavedView).name === 'string' &&
  typeof (value as SavedView).search === 'object' &&
  (value as SavedView).search !== null;

/** What another version of the page kept is read as far as it is understood. */
export const readViews = (kept: string | null): readonly SavedView[] => {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(found)) return [];
    return found
      .filter(isSaved)
      .slice(0, MOST_SAVED)
      .map(({ name, search }) => ({
        name: name.slice(0, LONGEST_NAME),
        search: ledgerSearch(ledgerView({ ...search })),
      }));
  } catch {
    return [];
  }
};

/** The latest first; one of the same name takes the place of the other. */
export const withSaved = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [view, ...views.filter(({ name }) => name !== view.name)].slice(0, MOST_SAVED);

/** Per person, in this browser: another at the same desk has their own. */
export const loadViews = (me: PersonId): readonly SavedView[] => {
  try {
    return readViews(localStorage.getItem(keyOf(me)));
  } catch {
    return [];
  }
};

export const keepViews = (me: PersonId, views: readonly SavedView[]): void => {
  try {
    localStorage.setItem(keyOf(me), JSON.stringify(views));
  } catch {
    // Blocked storage: they last until the page is left.
  }
};
