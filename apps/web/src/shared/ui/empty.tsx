import type { ReactNode } from 'react';

interface EmptyProps {
  readonly text: string;
  /** In a panel that holds other things, too. */
  readonly isPart?: boolean;
  /** The one way on. */
  readonly children: ReactNode;
}

/** Nothing yet: what will appear here, who starts it, and the one way on. */
export const Empty = ({ text, isPart = false, children }: EmptyProps) => (
  <div className={isPart ? 'muted row' : 'panel empty'} data-empty="">
    <p>{text}</p>
    {children}
  </div>
);

/** The same as all that a panel holds. */
export const EmptyPanel = (empty: Omit<EmptyProps, 'isPart'>) => (
  <div className="panel-body">
    <Empty {...empty} isPart />
  </div>
);
