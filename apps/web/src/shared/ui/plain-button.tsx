import type { ButtonHTMLAttributes } from 'react';
import './plain.css';

interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'default' | 'primary' | 'text';
  readonly isBusy?: boolean;
}

/** A button that looks as antd's do, for the pages that are there before antd is: signing in, and a page that broke. */
export const PlainButton = ({
  look = 'default',
  isBusy = false,
  type = 'button',
  disabled = false,
  ...rest
}: PlainButtonProps) => (
  <button
    {...rest}
    type={type}
    className="plain-button"
    data-look={look}
    disabled={disabled || isBusy}
    aria-busy={isBusy}
  />
);
