import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { Unbroken } from './unbroken';

interface PageProps {
  readonly title: string;
  /** In the window's title before the page's name, such as the number overdue. */
  readonly prefix?: string;
  /** Beside the heading. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The window's title. */
export const useTitle = (title: string): void => {
  const { t } = useText();
  const product = t('product.name');
  useEffect(() => {
    document.title = `${title} - ${product}`;
  }, [title, product]);
};

/** A page: one h1, and the same words in the window's title. */
export const Page = ({ title, prefix = '', tools, children }: PageProps) => {
  useTitle(`${prefix}${title}`);
  return (
    <>
      <div className="page-head">
        <h1>
          <Unbroken text={title} />
        </h1>
        {tools}
      </div>
      {children}
    </>
  );
};

interface PanelProps {
  readonly title: string;
  readonly id?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export const Panel = ({ title, id, tools, children }: PanelProps) => (
  <section className="panel" id={id} aria-label={title}>
    <div className="panel-head">
      <h2>
        <Unbroken text={title} />
      </h2>
      {tools}
    </div>
    {children}
  </section>
);
