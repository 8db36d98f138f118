import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../shared/i18n/use-text';
import { HelpCorner } from '../shared/ui/help-corner';
import { Pending } from '../shared/ui/pending';

interface ShellProps {
  readonly header: ReactNode;
  readonly notes?: ReactNode;
  /** Beside whom one asks. */
  readonly help?: ReactNode;
}

/** The frame of every page. After a change of page the focus is on its content, as after a page load. */
export const Shell = ({ header, notes, help }: ShellProps) => {
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
      {header}
      <main className="page" id="main" tabIndex={-1} ref={main}>
        {notes}
        <Suspense fallback={<Pending />}>
          <Outlet />
        </Suspense>
      </main>
      <HelpCorner>{help}</HelpCorner>
    </>
  );
};
