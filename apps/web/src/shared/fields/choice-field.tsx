import { useId } from 'react';
import { Choices } from './choices';
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
  value,
  options,
  onChange,
  ...choices
}: ChoiceProps<Value>) => {
  const name = useId();
  return (
    <Choices {...choices}>
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
    </Choices>
  );
};
