import type { Browser, Locator, Page } from 'playwright-core';
import { setFirstDay, setUpOrganisation, type Organisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { accessibilityFaults, launchChromium } from './chromium';

/** An organisation on the processes that answer people, with nobody who waits or sends: what is done shows at once. */
export interface Desk {
  readonly stack: Stack;
  readonly web: string;
  readonly browser: Browser;
  readonly organisation: Organisation;
  readonly stop: () => Promise<void>;
}

export const startDesk = async (env: Readonly<Record<string, string>> = {}): Promise<Desk> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await setFirstDay(ownerUrl);
  const stack = await startStack({ ownerUrl, webs: 1, env });
  const organisation = await setUpOrganisation(stack, { branches: 1 });
  const browser = await launchChromium();
  const stop = async () => {
    await browser.close();
    await stack.stop();
  };
  return { stack, web: stack.urls.web[0] ?? '', browser, organisation, stop };
};

export const panel = (page: Page, name: RegExp | string): Locator => page.getByRole('region', { name });

/** The page says what was put on record. */
export const recorded = (page: Page, text: string): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: `已记入：${text}` })
    .waitFor();

/** From the top of the page: what the sticky head half covers while it is scrolled is no small target. */
export const examine = async (page: Page): Promise<void> => {
  await page.evaluate('scrollTo(0, 0)');
  expect(await accessibilityFaults(page)).toEqual([]);
};
