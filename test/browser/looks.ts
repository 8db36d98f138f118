import { eventually } from '../harness/wait';
import type { Browser, Page } from 'playwright-core';
import { openPage, type Watched } from './chromium';
import { ROLES, type Role } from './roles';
import { signInByRequest, type Site } from './site';

/** How a page is looked at. */
export interface Look {
  readonly name: string;
  readonly scheme?: 'light' | 'dark';
  readonly size?: 'normal' | 'large';
  readonly language?: 'zh-CN' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels for each of its own. */
  readonly scale?: number;
}

export const PLAIN: Look = { name: 'light, Chinese' };
export const LOOKS: readonly Look[] = [
  { name: 'dark', scheme: 'dark' },
  { name: 'large', size: 'large' },
  { name: 'English', language: 'en' },
];
export const PHONE: Look = { name: 'phone', viewport: { width: 360, height: 740 } };
/** With the others every scheme and size in both languages, and the largest text on the smallest screen. */
export const MORE_LOOKS: readonly Look[] = [
  { name: 'dark, English', scheme: 'dark', language: 'en' },
  { name: 'large, English', size: 'large', language: 'en' },
  { ...PHONE, name: 'phone, large', size: 'large' },
];

/** A page of somebody who is signed in already, by role or account, looked at in a certain way. */
export const openAs = async (
  browser: Browser,
  site: Site,
  who: Role | string | null,
  look: Look = PLAIN,
): Promise<Watched> => {
  const { scheme = 'light', size = 'normal', language = 'zh-CN', viewport, scale } = look;
  const watched = await openPage(browser, {
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...(viewport && { viewport }),
    ...(scale && { deviceScaleFactor: scale }),
  });
  const context = watched.page.context();
  const chosen = { 'rectify.size': size, 'rectify.language': language };
  await context.addInitScript({ content: `Object.assign(localStorage, ${JSON.stringify(chosen)})` });
  if (who !== null) await signInByRequest(context, site, (ROLES as Record<string, string>)[who] ?? who);
  return watched;
};

/** Nothing pending, and for half a second no answer that came in. */
const SETTLED = `!document.querySelector('.skeleton') &&
  performance.now() - Math.max(0, ...performance.getEntriesByType('resource').map((each) => each.responseEnd)) > 500`;

/** Goes there and waits until everything has arrived. */
export const visit = async (page: Page, { web }: Site, address: string): Promise<void> => {
  await page.goto(new URL(address, web).href);
  await settled(page, address);
};

/** A listening stream never ends: what is waited for is the last answer that a page asks for, and what it draws. */
export const settled = async (page: Page, what: string): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Asked from outside: the pages' own policy runs no text as a script.
  await eventually(() => page.evaluate(SETTLED), { timeoutMs: 60_000, what: `all of ${what}` });
};
