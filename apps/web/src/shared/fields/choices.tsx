import { useId, type ReactNode } from 'react';

interface ChoicesProps {
  readonly legend: string;
  /** The legend is told, not shown, where the text above the choices says it already. */
  readonly hiddenLegend?: boolean;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A few choices under one legend, described by what is wrong with them. */
export const Choices = ({ legend, hiddenLegend = false, error, children }: ChoicesProps) => {
  const id = useId();
  return (
    <fieldset
      className="field"
      data-invalid={error ? true : undefined}
      aria-describedby={error ? id : undefined}
    >
      <legend className={hiddenLegend ? 'sr-only' : 'label'}>{legend}</legend>
      <div className="choices">{children}</div>
      {error ? (
        <div className="field-error" id={id}>
          {error}
        </div>
      ) : null}
    </fieldset>
  );
};
