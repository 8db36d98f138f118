import { useEffect, useRef, type ReactNode } from 'react';
import { whole } from './unbroken';

/**
 * What was just put on record. The row it was done in may be gone, so the focus comes here; it says so only once the page
 * has been read anew, and whoever went on to something else meanwhile stays there, with what they type.
 */
export const DoneNote = ({ children }: { children: ReactNode }) => {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) note.current?.focus();
  }, []);
  return (
    <p className="note done-note" role="status" tabIndex={-1} ref={note}>
      {whole(children)}
    </p>
  );
};
