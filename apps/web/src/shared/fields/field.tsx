import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '../i18n/use-text';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-required': boolean;
}

/** A control with its label, its hint and what is wrong with it, tied together for screen readers. */
export const Field = ({
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) => {
  const { t } = useText();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {t('field.optional')}</span> : null}
      </label>
      {children({
        id,
        'aria-required': !optional,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
    </div>
  );
};
