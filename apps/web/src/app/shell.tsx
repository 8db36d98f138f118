import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useText } from '../shared/i18n/use-text';
import { Pending } from '../shared/ui/pending';
import { Header } from './header';

/** The frame of every page. After a change of page the focus is on its content, as after a page load. */
export const Shell = ({ isSignedIn }: { isSignedIn: boolean }) => {
  const { t } = useText();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus();
    before.current = path;
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Header isSignedIn={isSignedIn} />
      <main className="page" id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={<Pending />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
};
