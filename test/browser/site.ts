import type { BrowserContext } from 'playwright-core';
import { PASSWORD } from '../harness/organisation';

/** Where pages are, and by which password everybody there signs in. */
export interface Site {
  readonly web: string;
  readonly password?: string;
}

/** Without a page: its form is walked elsewhere. */
export const signInByRequest = async (
  context: BrowserContext,
  { web, password = PASSWORD }: Site,
  account: string,
): Promise<void> => {
  const answer = await context.request.post(`${web}/api/session`, {
    data: { account, password },
    headers: { 'x-rectify': '1', origin: web },
  });
  if (!answer.ok()) throw new Error(`${account} cannot sign in: ${answer.status()} ${await answer.text()}`);
};
