import type { Answer, Api, Asking } from './api';
import { cookieOf, PASSWORD } from './organisation';

export const OWN_PAGE = { 'x-rectify': '1', 'sec-fetch-site': 'same-origin' };

/** Somebody signed in at a browser, whose page asks. */
export interface Browser {
  readonly cookie: string;
  readonly ask: (path: string, asking?: Asking) => Promise<Answer>;
  readonly post: (path: string, body?: unknown) => Promise<Answer>;
}

export const browserWith = (api: Api, cookie: string): Browser => {
  const ask: Browser['ask'] = (path, { headers, ...asking } = {}) =>
    api.ask(path, { ...asking, headers: { cookie, ...OWN_PAGE, ...headers } });
  return { cookie, ask, post: (path, body = {}) => ask(path, { method: 'POST', body }) };
};

export const browserOf = async (api: Api, account: string, password = PASSWORD): Promise<Browser> =>
  browserWith(api, await cookieOf(api, account, password));
