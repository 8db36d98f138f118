import { Choices } from './choices';
import type { Option } from './select-field';

interface ChecksProps {
  readonly legend: string;
  readonly values: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (values: readonly string[]) => void;
  readonly error?: string | undefined;
}

/** Any of a few, all visible. */
export const ChecksField = ({ legend, values, options, onChange, error }: ChecksProps) => (
  <Choices legend={legend} error={error}>
    {options.map(({ value, label }) => {
      const isChosen = values.includes(value);
      return (
        <label key={value} className="choice" data-checked={isChosen}>
          <input
            type="checkbox"
            value={value}
            checked={isChosen}
            onChange={() => onChange(isChosen ? values.filter((each) => each !== value) : [...values, value])}
          />
          {label}
        </label>
      );
    })}
  </Choices>
);
