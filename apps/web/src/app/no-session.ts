import type { AnyRouter } from '@tanstack/react-router';
import { ApiProblem } from '../shared/api/problem';
import { queries } from '../shared/api/queries';
import { queryClient } from './providers';

/** A session that has ended is asked for again, and its page is gone back to; drafts wait there. */
export const askForSessionAgain = (router: AnyRouter): void => {
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
};
