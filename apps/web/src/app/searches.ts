import { retainSearchParams } from '@tanstack/react-router';
import { asOfSearch, keptOnTheWay, type AsOfSearch } from '../shared/as-of/as-of';
import { calendarSearch, type CalendarSearch } from '../shared/calendar/due';
import { ledgerSearch, ledgerView, type LedgerSearch } from '../shared/ledger/view';

type Typed = Record<string, unknown>;

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** From one page of a day to the next the day is kept. */
const keepDay = <Search extends AsOfSearch>() => ({
  middlewares: [retainSearchParams<Search>([...keptOnTheWay])],
});

/** Pages that can be shown as of a day. */
export const ofDay = { validateSearch: asOfSearch, search: keepDay<AsOfSearch>() };

/** The list of campaigns, with those too that have ended. */
type CampaignsAsOf = AsOfSearch & { readonly all?: 1 | undefined };

export const ofCampaigns = {
  validateSearch: (search: Typed): CampaignsAsOf => ({
    ...asOfSearch(search),
    ...(String(search['all']) === '1' ? { all: 1 } : {}),
  }),
  search: keepDay<CampaignsAsOf>(),
};

type CalendarAsOf = CalendarSearch & AsOfSearch;

export const ofCalendar = {
  validateSearch: (search: Typed): CalendarAsOf => ({ ...calendarSearch(search), ...asOfSearch(search) }),
  search: keepDay<CalendarAsOf>(),
};

type LedgerAsOf = LedgerSearch & AsOfSearch;

export const ofLedger = {
  validateSearch: (search: Typed): LedgerAsOf => ({
    ...ledgerSearch(ledgerView(search)),
    ...asOfSearch(search),
  }),
  search: keepDay<LedgerAsOf>(),
};

/** What is printed: a campaign's ledger or one problem, by its code. */
type OnPaper = LedgerAsOf & { readonly code: string; readonly paper?: 'A4' | 'A3' | undefined };

export const ofPaper = {
  validateSearch: (search: Typed): OnPaper => ({
    ...ofLedger.validateSearch(search),
    code: text(search['code']) ?? '',
    ...(search['paper'] === 'A3' ? { paper: 'A3' } : {}),
  }),
  search: keepDay<OnPaper>(),
};
