import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../shared/api/problem';
import { queries } from '../shared/api/queries';
import { newId } from '../shared/lib/new-id';
import { loadAllTexts } from '../shared/i18n/i18n';
import { NotFoundPage } from './not-found-page';
import { queryClient } from './providers';
import { Broken } from './error-boundary';
import { askForSessionAgain } from './no-session';
import { HeadRow } from './head-row';
import { ofCalendar, ofCampaigns, ofDay, ofLedger, ofPaper, text } from './searches';
import { Shell } from './shell';
import { Switches } from './switches';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: Broken });

const outside = createRoute({
  getParentRoute: () => root,
  id: 'outside',
  component: () => <Shell header={<HeadRow tools={<Switches />} />} />,
});

/** Everything but signing in needs a session; without one the way back is kept. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    try {
      // The day is part of every page: no date is shown by the browser's clock first.
      await Promise.all([
        queryClient.ensureQueryData(queries.me()),
        queryClient.ensureQueryData(queries.clock()),
        loadAllTexts(),
        import('./inside'),
      ]);
    } catch (error) {
      if (isProblem(error, 401)) throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./inside')),
});

const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const next = text(search['next']);
    return next === undefined ? {} : { next };
  },
  component: lazyRouteComponent(() => import('../features/session/pages/sign-in-page')),
});

/** A page whose address says nothing but where it is. */
const page = <const Path extends string>(path: Path, load: () => Promise<{ default: () => ReactNode }>) =>
  createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load) });

/** A page that can be shown as of a day. */
const dayPage = <const Path extends string>(path: Path, load: () => Promise<{ default: () => ReactNode }>) =>
  createRoute({ getParentRoute: () => inside, path, ...ofDay, component: lazyRouteComponent(load) });

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/todo' });
  },
});

const todo = createRoute({
  getParentRoute: () => inside,
  path: '/todo',
  validateSearch: ({ box }): { box?: 'waiting' | 'done' } =>
    box === 'waiting' || box === 'done' ? { box } : {},
  component: lazyRouteComponent(() => import('../features/todo/pages/todo-page')),
});

const obligation = page('/t/$id', () => import('../features/todo/pages/obligation-page'));

const campaigns = createRoute({
  getParentRoute: () => inside,
  path: '/c',
  ...ofCampaigns,
  component: lazyRouteComponent(() => import('../features/campaigns/pages/campaigns-page')),
});

/** A launch begins as a draft of its own. */
const newLaunch = createRoute({
  getParentRoute: () => inside,
  path: '/c/new',
  beforeLoad: () => {
    throw redirect({ to: '/c/new/$draft/$step', params: { draft: newId(), step: '1' }, replace: true });
  },
});

const launch = page('/c/new/$draft/$step', () => import('../features/launch/pages/launch-page'));

const campaign = dayPage('/c/$code', () => import('../features/campaigns/pages/campaign-page'));
const calendar = dayPage('/c/$code/calendar', () => import('../features/campaigns/pages/calendar-page'));
const screening = dayPage('/c/$code/screening', () => import('../features/campaigns/pages/screening-page'));
const review = dayPage('/c/$code/review', () => import('../features/campaigns/pages/review-page'));
const lookBack = dayPage('/c/$code/lookback', () => import('../features/campaigns/pages/look-back-page'));
const docs = dayPage('/c/$code/docs', () => import('../features/campaigns/pages/docs-page'));
const log = dayPage('/c/$code/log', () => import('../features/campaigns/pages/log-page'));

const campaignLedger = createRoute({
  getParentRoute: () => inside,
  path: '/c/$code/ledger',
  ...ofLedger,
  component: lazyRouteComponent(() => import('../features/ledger/pages/campaign-ledger-page')),
});

const ledger = createRoute({
  getParentRoute: () => inside,
  path: '/ledger',
  ...ofLedger,
  component: lazyRouteComponent(() => import('../features/ledger/pages/ledger-page')),
});

const calendarMonth = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  ...ofCalendar,
  component: lazyRouteComponent(() => import('../features/calendar/pages/calendar-month-page')),
});

const search = createRoute({
  getParentRoute: () => inside,
  path: '/search',
  validateSearch: ({ q }): { q?: string } => (q === undefined ? {} : { q: String(q).slice(0, 64) }),
  component: lazyRouteComponent(() => import('../features/search/pages/search-page')),
});

const keys = page('/keys', () => import('../features/keys/pages/keys-page'));

const printLedger = createRoute({
  getParentRoute: () => inside,
  path: '/print/ledger',
  ...ofPaper,
  component: lazyRouteComponent(() => import('../features/print/pages/print-ledger-page')),
});

const printLists = createRoute({
  getParentRoute: () => inside,
  path: '/print/lists',
  ...ofPaper,
  component: lazyRouteComponent(() => import('../features/print/pages/print-lists-page')),
});

const printProblem = createRoute({
  getParentRoute: () => inside,
  path: '/print/problem',
  ...ofPaper,
  component: lazyRouteComponent(() => import('../features/print/pages/print-problem-page')),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  // Read by the page itself: whoever signs in need not load how.
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/audit/pages/audit-page')),
});

const verify = createRoute({
  getParentRoute: () => inside,
  path: '/audit/verify',
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/audit/pages/verify-page')),
});

const problem = dayPage('/p/$code', () => import('../features/problem/pages/problem-page'));

const account = page('/account', () => import('../features/session/pages/account-page'));

const people = page('/settings', () => import('../features/settings/pages/people-page'));

const organisationImport = page('/settings/import', () => import('../features/settings/pages/import-page'));

const start = page('/settings/start', () => import('../features/settings/pages/start-page'));

const delegation = page('/settings/delegation', () => import('../features/settings/pages/delegation-page'));

const officialDays = createRoute({
  getParentRoute: () => inside,
  path: '/settings/calendar',
  validateSearch: (search): { month?: string } => {
    const month = text(search['month']);
    return month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
  },
  component: lazyRouteComponent(() => import('../features/settings/pages/calendar-years-page')),
});

const channels = page('/settings/channels', () => import('../features/settings/pages/channels-page'));

const templates = page('/settings/templates', () => import('../features/settings/pages/templates-page'));

const reset = createRoute({
  getParentRoute: () => outside,
  path: '/reset',
  component: lazyRouteComponent(() => import('../features/session/pages/reset-page')),
});

const oidc = createRoute({
  getParentRoute: () => outside,
  path: '/oidc',
  component: lazyRouteComponent(() => import('../features/session/pages/oidc-page')),
});

export const router = createRouter({
  routeTree: root.addChildren([
    outside.addChildren([signIn, reset, oidc]),
    inside.addChildren([
      home,
      todo,
      obligation,
      campaigns,
      newLaunch,
      launch,
      campaign,
      calendar,
      ...[screening, review, lookBack, docs, log],
      campaignLedger,
      ledger,
      calendarMonth,
      search,
      keys,
      printLedger,
      printLists,
      printProblem,
      audit,
      verify,
      problem,
      account,
      ...[people, organisationImport, start, delegation, officialDays, channels, templates],
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

askForSessionAgain(router);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
