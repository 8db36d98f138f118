import { useEffect, useRef, type ReactNode } from 'react';

/** What was just put on record. The row it was done in may be gone, so the focus comes here. */
export const DoneNote = ({ children }: { children: ReactNode }) => {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <p className="note done-note" role="status" tabIndex={-1} ref={note}>
      {children}
    </p>
  );
};
