import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** No call home, no sandbox (containers have none), no GPU. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchChromium = async (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM_PATH'] ?? USUAL.find((file) => existsSync(file));
  if (!executablePath)
    throw new Error(`No chromium: set CHROMIUM_PATH, or install it at one of ${USUAL.join(', ')}`);
  return chromium.launch({ executablePath, args: FLAGS });
};

export interface Watched {
  readonly page: Page;
  /** What the page complained about. */
  readonly complaints: readonly string[];
}

/** A page of its own session. Requests that were given up by leaving a page are no complaint. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> => {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    ...options,
  });
  // Everything waits for a condition; this is for a busy machine.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.text()} ${message.location().url}`);
    }
  });
  return { page, complaints };
};

/** Every rule of axe, WCAG 2.2 AA and its good practice; a violation names its rule and the elements. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};
