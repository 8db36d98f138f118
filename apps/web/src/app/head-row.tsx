import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../shared/i18n/use-text';

interface HeadRowProps {
  readonly nav?: ReactNode;
  readonly tools: ReactNode;
}

/** The head of every page: whose it is, where one can go, and what is at hand everywhere. */
export const HeadRow = ({ nav, tools }: HeadRowProps) => {
  const { t } = useText();
  return (
    <header className="head">
      <div className="head-row">
        <Link to="/todo" className="brand">
          {t('product.name')}
        </Link>
        {nav ?? <div className="nav-space" />}
        <div className="head-tools">{tools}</div>
      </div>
    </header>
  );
};
