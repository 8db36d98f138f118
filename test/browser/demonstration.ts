import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runProcess } from '../../apps/local/processes';
import { appUrl, testPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { launchChromium } from './chromium';
import { signInAs, type Person } from './person';

const project = path.resolve(__dirname, '..', '..');
const PASSWORD = 'zhenggai-2026';

/** The demonstration's organisation with its one campaign on its last day: read by real pages, on an api without Temporal. */
export interface Demonstration {
  readonly stack: Stack;
  readonly web: string;
  readonly browser: Browser;
  readonly enter: (account: string) => Promise<Person>;
  readonly stop: () => Promise<void>;
}

export const startDemonstration = async (): Promise<Demonstration> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  const stack = await startStack({ ownerUrl, webs: 1, mode: 'demo' });
  await runProcess({
    name: 'demo',
    command: process.execPath,
    args: [path.join(project, 'apps/api/dist/demo.main.js')],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      DATABASE_URL: appUrl(ownerUrl),
      RECTIFY_MODE: 'demo',
      LOG_LEVEL: 'warn',
    },
  });
  const browser = await launchChromium();
  const web = stack.urls.web[0] ?? '';
  return {
    stack,
    web,
    browser,
    enter: (account) => signInAs(browser, web, account, PASSWORD),
    stop: async () => {
      await browser.close();
      await stack.stop();
    },
  };
};
