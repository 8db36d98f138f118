import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import Provider, { type Context } from 'oidc-provider';
import { PUBLIC_URL } from './api';

export const CLIENT = { id: 'rectify', secret: 'a secret of the tests alone' } as const;

/** Who sits at the provider's own sign-in page, and what they do there. */
interface Desk {
  subject: string;
  /** Seconds since they gave their password. */
  since: number;
  declines: boolean;
}

/** A real provider of identities on loopback, whose sign-in page answers by itself. */
export interface RunningProvider {
  readonly issuer: string;
  readonly desk: Desk;
  /** A fresh browser that is sent there: what it is sent back with. */
  readonly visit: (url: string) => Promise<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Whoever signs in has agreed that the client learns who they are. */
const agreed = async ({ oidc: { provider, client, session } }: Context) => {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

const signingKey = () =>
  ({
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
  }) as const;

const configurationFor = (publicUrl: string) => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${publicUrl}/oidc`],
      // Asked for or not, it says when the password was given.
      require_auth_time: true,
    },
  ],
  jwks: { keys: [signingKey()] },
  cookies: { keys: ['of the tests alone'] },
  ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: () => '/desk' },
  loadExistingGrant: agreed,
  findAccount: (_context: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
});

const listening = (server: http.Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

const signInAt = (
  provider: Provider,
  desk: Desk,
  request: http.IncomingMessage,
  response: http.ServerResponse,
) =>
  provider.interactionFinished(
    request,
    response,
    desk.declines
      ? { error: 'access_denied' }
      : { login: { accountId: desk.subject, ts: Math.floor(Date.now() / 1000) - desk.since } },
  );

/** A browser that was never there: it keeps cookies and follows the way until that leads out of the provider's house. */
const visitorOf =
  (issuer: string): RunningProvider['visit'] =>
  async (from) => {
    const jar = new Map<string, string>();
    let next = from;
    while (next.startsWith(issuer)) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${answer.status} at ${next}: ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    return Object.fromEntries(new URL(next).searchParams);
  };

/** `publicUrl`: whose page its browsers are sent back to. */
export const startProvider = async (publicUrl = PUBLIC_URL): Promise<RunningProvider> => {
  const desk: Desk = { subject: 'nobody', since: 0, declines: false };
  const server = http.createServer();
  const issuer = await listening(server);
  const provider = new Provider(issuer, configurationFor(publicUrl));
  const answer = provider.callback();
  server.on('request', (request, response) =>
    request.url === '/desk'
      ? void signInAt(provider, desk, request, response)
      : void answer(request, response),
  );
  return {
    issuer,
    desk,
    visit: visitorOf(issuer),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
