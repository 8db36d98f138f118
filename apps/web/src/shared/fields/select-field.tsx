import { Field, type FieldProps } from './field';

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** The browser's own list: it works by keyboard, by screen reader and on every phone. */
export const SelectField = <Value extends string>({
  value,
  options,
  onChange,
  ...field
}: SelectProps<Value>) => (
  <Field {...field}>
    {(wiring) => (
      <select
        {...wiring}
        className="select"
        value={value}
        onChange={({ target }) => onChange(target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
