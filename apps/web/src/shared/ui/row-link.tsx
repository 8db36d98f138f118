import { useRouter, type ToOptions } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

interface RowLinkProps {
  readonly target: ToOptions;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A link of a row. The router's own listens to where the reader is, to mark the present page; a hundred rows that do so
 * are what a press waits for, and no row is the present page.
 */
export const RowLink = ({ target, className, children }: RowLinkProps) => {
  const router = useRouter();
  const go = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate(target);
  };
  return (
    <a
      href={router.buildLocation(target).href}
      className={className}
      onClick={go}
      onPointerEnter={() => void router.preloadRoute(target)}
    >
      {children}
    </a>
  );
};
