import type { FastifyRequest } from 'fastify';
import { refused } from '../errors/problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
export const isUnsafe = ({ method }: FastifyRequest): boolean => !SAFE.has(method);

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
};

/** What the browser says of where the request comes from: `same`, `other`, or nothing. */
const siteOf = ({ headers }: FastifyRequest, publicUrl: string): 'same' | 'other' | 'unsaid' => {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none' ? 'same' : 'other';
  const { origin } = headers;
  if (origin === undefined) return 'unsaid';
  const host = hostOf(origin);
  return host !== null && (host === headers.host || host === hostOf(publicUrl)) ? 'same' : 'other';
};

/**
 * A cookie goes along by itself, so a request that changes something must prove that our own page sent it: the browser
 * says so, and a header is there that a foreign page cannot set. Throws CROSS_SITE.
 */
export const assertOwnPage = (request: FastifyRequest, publicUrl: string): void => {
  if (siteOf(request, publicUrl) !== 'same') throw refused('CROSS_SITE');
  if (request.headers['x-rectify'] !== '1') throw refused('CROSS_SITE', { field: 'X-Rectify' });
};

/** Without a session (signing in, set-up) a program may ask, a foreign page may not. */
export const assertNoForeignPage = (request: FastifyRequest, publicUrl: string): void => {
  if (siteOf(request, publicUrl) === 'other') throw refused('CROSS_SITE');
};
