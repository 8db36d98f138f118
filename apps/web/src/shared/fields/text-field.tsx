import { Input } from 'antd';
import { Field, type FieldProps } from './field';

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface LineProps extends TextProps {
  readonly type?: 'text' | 'password' | 'email';
  readonly autoComplete?: string;
}

export const TextField = ({ value, onChange, type = 'text', autoComplete = 'off', ...field }: LineProps) => (
  <Field {...field}>
    {(wiring) => (
      <Input
        {...wiring}
        type={type}
        autoComplete={autoComplete}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);

export const AreaField = ({ value, onChange, rows = 3, ...field }: TextProps & { rows?: number }) => (
  <Field {...field}>
    {(wiring) => (
      <Input.TextArea
        {...wiring}
        className="area"
        rows={rows}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);
