import { useId } from 'react';
import type { Option } from './select-field';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  /** The legend is told, not shown, where the text above the choices says it already. */
  readonly hiddenLegend?: boolean;
  readonly value: Value | null;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
}

/** One of a few, all visible. No choice is made beforehand. */
export const ChoiceField = <Value extends string>({
  legend,
  hiddenLegend = false,
  value,
  options,
  onChange,
  error,
}: ChoiceProps<Value>) => {
  const name = useId();
  const id = `${name}-error`;
  return (
    <fieldset
      className="field"
      data-invalid={error ? true : undefined}
      aria-describedby={error ? id : undefined}
    >
      <legend className={hiddenLegend ? 'sr-only' : 'label'}>{legend}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice" data-checked={option.value === value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error ? (
        <div className="field-error" id={id}>
          {error}
        </div>
      ) : null}
    </fieldset>
  );
};
