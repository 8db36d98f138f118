import '../ui/plain.css';
import { Field, type FieldProps } from './field';

interface PlainTextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'email';
  readonly autoComplete?: string;
}

/** A line of text on the pages that are there before antd is. */
export const PlainTextField = ({
  value,
  onChange,
  type = 'text',
  autoComplete = 'off',
  ...field
}: PlainTextFieldProps) => (
  <Field {...field}>
    {(wiring) => (
      <input
        {...wiring}
        className="plain-input"
        type={type}
        autoComplete={autoComplete}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);
