import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useBackCloses } from './use-back-closes';

interface DisclosureProps {
  readonly label: ReactNode;
  /** Within a line of text; alone on its own line otherwise. */
  readonly isInline?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel below it; Esc, Back or leaving it closes, and focus goes back. */
export const Disclosure = ({ label, isInline = false, children }: DisclosureProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const { opened, unwind } = useBackCloses(open, close);
  const toggle = () => {
    if (open) unwind();
    else opened();
    setOpen(!open);
  };
  useEffect(() => {
    if (!open) return undefined;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    unwind();
    close();
  };
  return (
    <div className="disclosure" data-look={isInline ? 'inline' : undefined} ref={root} onKeyDown={onKeyDown}>
      <Button type="text" ref={button} aria-expanded={open} aria-controls={id} onClick={toggle}>
        {label} <span aria-hidden="true">▾</span>
      </Button>
      {open ? (
        <div className="disclosure-panel" id={id}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
};
