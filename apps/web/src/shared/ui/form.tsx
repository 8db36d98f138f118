import { useRef, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { PlainButton } from './plain-button';

interface Fault {
  readonly name: string;
  readonly control: HTMLElement;
}

/** What is marked as missing or wrong, in the order of the form, each by its label. */
const faultsIn = (form: HTMLElement | null): readonly Fault[] =>
  [...(form?.querySelectorAll<HTMLElement>('[data-invalid]') ?? [])].flatMap((field) => {
    const control = field.querySelector<HTMLElement>('input, textarea, select');
    const name = field.querySelector('legend, label')?.textContent ?? '';
    return control ? [{ name, control }] : [];
  });

interface FormProps {
  /** The form shows by itself what is missing. */
  readonly onSubmit: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A form that says what is wrong: beside each field, the first of which gets the focus, and where there are several
 * together above them, each a way to its field (WCAG 3.3.1). Ctrl+Enter sends it.
 */
export const Form = ({ onSubmit, className = 'stack', children }: FormProps) => {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  // Once what is missing is marked.
  const look = (then: (found: readonly Fault[]) => void) =>
    requestAnimationFrame(() => {
      const found = faultsIn(form.current);
      setFaults(found);
      then(found);
    });
  const submit = () => {
    onSubmit();
    look(([first]) => first?.control.focus());
  };
  return (
    <form
      className={className}
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onChange={() => faults.length > 0 && look(() => undefined)}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        // In a line of text the browser would send it too.
        event.preventDefault();
        submit();
      }}
    >
      {faults.length > 1 ? (
        <div className="note row small" data-tone="refusal" data-faults={faults.length}>
          <span>{t('validation.faults', { count: faults.length })}</span>
          {faults.map(({ name, control }, index) => (
            <PlainButton key={`${index}${name}`} onClick={() => control.focus()}>
              {name}
            </PlainButton>
          ))}
        </div>
      ) : null}
      {children}
    </form>
  );
};
