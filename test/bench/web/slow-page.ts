import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium';
import { PASSWORD } from '../../harness/organisation';

/** An office computer of years ago. */
const SLOWER = 4;

export const chromiumPage = (): Promise<Browser> => launchChromium();

/** A page of somebody who is signed in, whose processor is that much slower. */
export const signedIn = async (browser: Browser, web: string, account: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  context.setDefaultTimeout(120_000);
  const answer = await context.request.post(`${web}/api/session`, {
    data: { account, password: PASSWORD },
    headers: { 'x-rectify': '1', origin: web },
  });
  if (!answer.ok()) throw new Error(`cannot sign in: ${answer.status()}`);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await devtools.send('Performance.enable');
  return page;
};
