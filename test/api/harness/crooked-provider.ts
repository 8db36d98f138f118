import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT } from './identity-provider';

type Json = Record<string, unknown>;
interface Answered {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (json: Json): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** A provider that says whatever a test lets it say; what it says when nothing is changed is right. */
export const startCrookedProvider = async () => {
  const [own, foreign] = [pair(), pair()];
  const kid = randomUUID();
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const published: Json = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const signed = (claims: Json, key = own.privateKey, header: Json = {}): string => {
    const text = `${part({ alg: 'RS256', kid, ...header })}.${part(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  };
  const answers = new Map<string, Answered>();
  const standing: Record<string, () => Answered> = {
    '/.well-known/openid-configuration': () => ({ status: 200, body: published }),
    '/jwks': () => ({
      status: 200,
      body: { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    }),
    '/foreign-jwks': () => ({
      status: 200,
      body: { keys: [{ ...foreign.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    }),
  };
  const asked: string[] = [];
  server.on('request', ({ url = '' }, response) => {
    asked.push(url);
    const { status, headers, body } = answers.get(url) ?? standing[url]?.() ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  return {
    issuer,
    published,
    /** Every path that was asked for. */
    asked,
    answer: (path: string, answered: Answered) => answers.set(path, answered),
    /** Answers of the token endpoint, with this identity token. */
    give: (id_token: string) =>
      answers.set('/token', { status: 200, body: { access_token: 'x', token_type: 'bearer', id_token } }),
    honest: () => answers.clear(),
    /** What a right token says. */
    claims: (nonce: string | null): Json => {
      const now = Math.floor(Date.now() / 1000);
      return { iss: issuer, aud: CLIENT.id, sub: 'wang', nonce, iat: now, exp: now + 60 };
    },
    signed,
    signedByAnother: (claims: Json, header: Json = {}) => signed(claims, foreign.privateKey, header),
    unsigned: (claims: Json) => `${part({ alg: 'none' })}.${part(claims)}.`,
    signedWithTheSecret: (claims: Json) => {
      const text = `${part({ alg: 'HS256', kid })}.${part(claims)}`;
      return `${text}.${createHmac('sha256', CLIENT.secret).update(text).digest('base64url')}`;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
export type CrookedProvider = Awaited<ReturnType<typeof startCrookedProvider>>;
