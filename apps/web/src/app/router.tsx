import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem, isProblem } from '../shared/api/problem';
import { queries } from '../shared/api/queries';
import { loadAllTexts } from '../shared/i18n/i18n';
import { NotFoundPage } from './not-found-page';
import { queryClient } from './providers';
import { Broken } from './error-boundary';
import { HeadRow } from './head-row';
import { ofCalendar, ofDay, ofLedger, ofPaper, text } from './searches';
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

const obligation = createRoute({
  getParentRoute: () => inside,
  path: '/t/$id',
  component: lazyRouteComponent(() => import('../features/todo/pages/obligation-page')),
});

const campaigns = createRoute({
  getParentRoute: () => inside,
  path: '/c',
  component: lazyRouteComponent(() => import('../features/campaigns/pages/campaigns-page')),
});

const launch = createRoute({
  getParentRoute: () => inside,
  path: '/c/new',
  component: lazyRouteComponent(() => import('../features/launch/pages/launch-page')),
});

const campaign = createRoute({
  getParentRoute: () => inside,
  path: '/c/$code',
  ...ofDay,
  component: lazyRouteComponent(() => import('../features/campaigns/pages/campaign-page')),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/c/$code/calendar',
  ...ofDay,
  component: lazyRouteComponent(() => import('../features/campaigns/pages/calendar-page')),
});

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

const keys = createRoute({
  getParentRoute: () => inside,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/keys/pages/keys-page')),
});

const printLedger = createRoute({
  getParentRoute: () => inside,
  path: '/print/ledger',
  ...ofPaper,
  component: lazyRouteComponent(() => import('../features/print/pages/print-ledger-page')),
});

const printProblem = createRoute({
  getParentRoute: () => inside,
  path: '/print/problem',
  ...ofPaper,
  component: lazyRouteComponent(() => import('../features/print/pages/print-problem-page')),
});

const verify = createRoute({
  getParentRoute: () => inside,
  path: '/audit/verify',
  // Read by the page itself: whoever signs in need not load how.
  validateSearch: (search: Record<string, unknown>) => search,
  component: lazyRouteComponent(() => import('../features/audit/pages/verify-page')),
});

const problem = createRoute({
  getParentRoute: () => inside,
  path: '/p/$code',
  ...ofDay,
  component: lazyRouteComponent(() => import('../features/problem/pages/problem-page')),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/session/pages/account-page')),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/pages/people-page')),
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/settings/start',
  component: lazyRouteComponent(() => import('../features/settings/pages/start-page')),
});

const delegation = createRoute({
  getParentRoute: () => inside,
  path: '/settings/delegation',
  component: lazyRouteComponent(() => import('../features/settings/pages/delegation-page')),
});

const officialDays = createRoute({
  getParentRoute: () => inside,
  path: '/settings/calendar',
  validateSearch: (search): { month?: string } => {
    const month = text(search['month']);
    return month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
  },
  component: lazyRouteComponent(() => import('../features/settings/pages/calendar-years-page')),
});

const channels = createRoute({
  getParentRoute: () => inside,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('../features/settings/pages/channels-page')),
});

const templates = createRoute({
  getParentRoute: () => inside,
  path: '/settings/templates',
  component: lazyRouteComponent(() => import('../features/settings/pages/templates-page')),
});

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
      launch,
      campaign,
      calendar,
      campaignLedger,
      ledger,
      calendarMonth,
      search,
      keys,
      printLedger,
      printProblem,
      verify,
      problem,
      account,
      ...[people, start, delegation, officialDays, channels, templates],
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

/** A session that has ended is asked for again, and its page is gone back to; drafts wait there. */
const onNoSession = (error: unknown): void => {
  const { pathname, href } = router.state.location;
  if (
    !(error instanceof ApiProblem) ||
    error.problem.code !== 'NO_SESSION' ||
    ['/sign-in', '/oidc'].includes(pathname)
  )
    return;
  queryClient.removeQueries({ queryKey: queries.me().queryKey });
  void router.navigate({ to: '/sign-in', search: { next: href } });
};
queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error') onNoSession(event.action.error);
});
queryClient.getMutationCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error') onNoSession(event.action.error);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
