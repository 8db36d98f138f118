import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runProcess } from '../../apps/local/processes';
import { appUrl, testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal } from '../harness/temporal';
import { launchChromium } from './chromium';
import { signInAs, type Person } from './person';

const project = path.resolve(__dirname, '..', '..');
export const DEMO_PASSWORD = 'zhenggai-2026';

/** The demonstration's organisation with its one campaign on its last day: read by real pages, on an api without Temporal. */
export interface Demonstration {
  readonly stack: Stack;
  readonly web: string;
  readonly browser: Browser;
  readonly enter: (account: string) => Promise<Person>;
  readonly stop: () => Promise<void>;
}

export const startDemonstration = async (
  env: Readonly<Record<string, string>> = {},
): Promise<Demonstration> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  const stack = await startStack({ ownerUrl, webs: 1, mode: 'demo', env });
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
    enter: (account) => signInAs(browser, web, account, DEMO_PASSWORD),
    stop: async () => {
      await browser.close();
      await stack.stop();
    },
  };
};

/** Somebody who waits and sends, joined to a demonstration that has been played: a worker on a real Temporal, with a real SMTP server. */
export interface Delivering {
  readonly smtp: TestSmtp;
  readonly stop: () => Promise<void>;
}

export const startDelivering = async ({ stack: { ownerUrl } }: Demonstration): Promise<Delivering> => {
  const [temporal, smtp] = await Promise.all([testTemporal(), testSmtp()]);
  const stack = await startStack({
    ...{ ownerUrl, apis: 0, workers: 1, mode: 'demo' },
    ...{ temporalAddress: temporal.address, smtpUrl: smtp.url },
  });
  return {
    smtp,
    stop: async () => {
      await stack.stop();
      await Promise.all([temporal.stop(), smtp.stop()]);
    },
  };
};
