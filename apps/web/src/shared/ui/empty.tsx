import type { ReactNode } from 'react';

interface EmptyProps {
  readonly text: string;
  /** The one way on. */
  readonly children?: ReactNode;
}

/** Nothing yet: what will appear here, who starts it, and the one way on. */
export const Empty = ({ text, children }: EmptyProps) => (
  <div className="panel empty">
    <p>{text}</p>
    {children}
  </div>
);
