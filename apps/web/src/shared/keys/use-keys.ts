import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { usePreference } from '../lib/preference';
import { isDead, meaningOf, TOGETHER_MS, type Meaning } from './meaning';

const SWITCH = ['on', 'off'] as const;

/** Single keys can be switched off: whoever speaks to the computer sends letters (WCAG 2.1.4). */
export const useKeysSwitch = () => usePreference('keys', SWITCH, 'on');

const ROWS = 'main tr[data-problem], main li[data-obligation], main tr[data-campaign]';

const present = (): Element | null => document.activeElement?.closest(ROWS) ?? null;

/** Goes from row to row: the focus is on the row's first link, so that Enter opens it. */
const step = (by: 1 | -1): void => {
  const rows = [...document.querySelectorAll(ROWS)];
  const row = present();
  const at = row === null ? (by === 1 ? 0 : rows.length - 1) : rows.indexOf(row) + by;
  const link = rows[at]?.querySelector<HTMLElement>('a, button');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
};

/** Within the row that has the focus, else on the page. */
const pressIn = (selector: string): void =>
  ((present() ?? document).querySelector(selector) as HTMLElement | null)?.click();

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** One listener for every page; what a page does not have does nothing. */
export const useKeys = (): void => {
  const navigate = useNavigate();
  const kept = useKeysSwitch();
  useEffect(() => {
    if (kept === 'off') return undefined;
    const act: Readonly<Record<Meaning, () => void>> = {
      help: () => void navigate({ to: '/keys' }),
      search: () => focusOn('#search'),
      todo: () => void navigate({ to: '/todo' }),
      campaigns: () => void navigate({ to: '/c' }),
      ledger: () => void navigate({ to: '/ledger' }),
      calendar: () => void navigate({ to: '/calendar' }),
      down: () => step(1),
      up: () => step(-1),
      previous: () => pressIn('a[rel="prev"]'),
      next: () => pressIn('a[rel="next"]'),
      approve: () => pressIn('[data-verb="approve"]'),
      return: () => pressIn('[data-verb="return"]'),
      select: () => pressIn('[data-select]'),
      edit: () => pressIn('[data-verb="edit"]'),
      print: () => pressIn('a[href^="/print/"], [data-print]'),
      asOf: () => pressIn('[data-as-of-control] button'),
    };
    let begun: { key: string; at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isDead(event, event.target as HTMLInputElement | null)) return;
      const before = begun && event.timeStamp - begun.at < TOGETHER_MS ? begun.key : null;
      const { meaning, begun: next } = meaningOf({ key: event.key, before });
      begun = next === null ? null : { key: next, at: event.timeStamp };
      if (meaning === null) return;
      event.preventDefault();
      act[meaning]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [kept, navigate]);
};
