import type { ReactNode } from 'react';
import { useText } from '../../../shared/i18n/use-text';

interface FigureProps {
  readonly title: string;
  /** What the whole of it comes to, in words. */
  readonly said?: string;
  readonly picture: ReactNode;
  readonly table: ReactNode;
}

/** A picture with its name, and the same figures as a table below it. */
export const Figure = ({ title, said, picture, table }: FigureProps) => {
  const { t } = useText();
  return (
    <figure className="figure">
      <figcaption className="label">{title}</figcaption>
      {said === undefined ? null : <p className="small">{said}</p>}
      <div aria-hidden="true">{picture}</div>
      <details>
        <summary>{t('chart.data')}</summary>
        {table}
      </details>
    </figure>
  );
};
