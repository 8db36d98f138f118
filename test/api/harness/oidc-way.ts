import type { Answer, Api } from './api';
import { browserOf, OWN_PAGE, type Browser } from './browser';
import { CLIENT, type RunningProvider } from './identity-provider';

export const settingsOf = ({ issuer }: { readonly issuer: string }) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
});

export const cookiesOf = ({ headers }: Pick<Answer, 'headers'>): Record<string, string> =>
  Object.fromEntries(
    [headers['set-cookie'] ?? []].flat().map((line) => {
      const [pair = ''] = String(line).split(';');
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    }),
  );
const asHeader = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** An address with its query changed by whoever holds the browser. */
export const changed = (url: string, change: (query: URLSearchParams) => void): string => {
  const at = new URL(url);
  change(at.searchParams);
  return at.href;
};

/** Status, code, and whether a session was opened for all that. */
export const refusal = (answer: Answer) => [answer.status, answer.body.code, 'rectify' in cookiesOf(answer)];
export const BEGIN_AGAIN = [403, 'OIDC_BEGIN_AGAIN', false];
export const NOT_TRUSTED = [403, 'OIDC_NOT_TRUSTED', false];

/** The way of a browser to the provider and back, as our pages go it. */
export const wayBy = (api: Api) => {
  /** `cookie`: what the browser holds from then on. */
  const begin = async (body: object = {}, path = 'start', mine?: Browser) => {
    const own = mine?.cookie;
    const headers = { ...OWN_PAGE, ...(own === undefined ? {} : { cookie: own }) };
    const answer = await api.ask(`/api/oidc/${path}`, { method: 'POST', body, headers });
    const cookie = [own, asHeader(cookiesOf(answer))].filter(Boolean).join('; ');
    return { answer, url: String(answer.body.url), cookie };
  };
  const finish = (cookie: string, answer: object) =>
    api.ask('/api/oidc/finish', { method: 'POST', body: answer, headers: { cookie, ...OWN_PAGE } });
  return { begin, finish } as const;
};
export type Way = ReturnType<typeof wayBy>;

/** Signs in by password and links; whoever is called so sits at the provider afterwards too. */
export const linkerOf =
  (api: Api, provider: RunningProvider, { begin, finish }: Way) =>
  async (account: string, subject: string): Promise<Browser> => {
    const mine = await browserOf(api, account);
    provider.desk.subject = subject;
    const { url, cookie } = await begin({ returnTo: '/account' }, 'link', mine);
    const done = await finish(cookie, await provider.visit(url));
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
    return mine;
  };
