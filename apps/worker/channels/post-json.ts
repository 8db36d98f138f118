import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPublic } from './public-address';

/** Where robots and webhooks may be. */
export interface Reach {
  /** Plain http to this machine itself: for tests and demonstrations. */
  readonly loopback: boolean;
  /** Hosts that may be at an address which is not public, such as a gateway in the unit's own network; https all the same. */
  readonly privateHosts: readonly string[];
}

/** An answer, or by which code there is none. */
export type Reply =
  | {
      readonly ok: true;
      readonly status: number;
      readonly retryAfterSeconds: number | null;
      readonly body: string;
    }
  | { readonly ok: false; readonly code: 'ADDRESS_REFUSED' | 'TIMEOUT' | 'TOO_LARGE' | 'UNREACHABLE' };

export type PostJson = (url: URL, body: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>;

const CONNECT_MS = 5_000;
const TOTAL_MS = 10_000;
const MOST_BYTES = 64 * 1_024;
/** Whoever asks for a longer pause is asked again after this. */
const LONGEST_PAUSE_SECONDS = 3_600;

/**
 * Posts JSON to an address from the configuration. The name is resolved once, and connected to is what was checked;
 * redirects are answers like any other; proxies of the environment are not used. Answers codes, never an error's words,
 * for a robot's address is its secret.
 */
export const createPostJson =
  (reach: Reach, resolver: typeof resolve = resolve): PostJson =>
  async (url, body, headers = {}) => {
    if (!isAllowed(url, reach)) return { ok: false, code: 'ADDRESS_REFUSED' };
    const signal = AbortSignal.timeout(TOTAL_MS);
    const options: RequestOptions = {
      ...{
        method: 'POST',
        agent: false,
        lookup: checkedLookup(reach, resolver),
        timeout: CONNECT_MS,
        signal,
      },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    };
    try {
      return await exchange(url, options, body);
    } catch (error) {
      return { ok: false, code: signal.aborted ? 'TIMEOUT' : codeOf(error) };
    }
  };

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isAllowed = (url: URL, reach: Reach): boolean => {
  const host = hostOf(url);
  const isHere = host === 'localhost' || isLoopback(host);
  if (url.protocol === 'http:') return reach.loopback && isHere;
  return url.protocol === 'https:' && (isIP(host) === 0 || isAddressAllowed(host, host, reach));
};

const isAddressAllowed = (address: string, host: string, reach: Reach): boolean =>
  isPublic(address) || (reach.loopback && isLoopback(address)) || reach.privateHosts.includes(host);

/** One address that is not public refuses the name: what is connected to must not depend on the order of answers. */
const checkedLookup =
  (reach: Reach, resolver: typeof resolve): LookupFunction =>
  (host, { family, hints }, done) => {
    const answer = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] = []): void => {
      const isRefused = addresses.some(({ address }) => !isAddressAllowed(address, host, reach));
      if (error) done(error, '');
      else if (isRefused || addresses.length === 0) done(Object.assign(new Error(), { code: REFUSED }), '');
      else done(null, addresses);
    };
    resolver(host, { ...(hints === undefined ? {} : { hints }), family: family ?? 0, all: true }, answer);
  };

const REFUSED = 'ADDRESS_REFUSED';
const CODES = [REFUSED, 'TIMEOUT', 'TOO_LARGE'] as const;

const codeOf = (error: unknown): (Reply & { ok: false })['code'] => {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return CODES.find((known) => known === code) ?? 'UNREACHABLE';
};

const exchange = (url: URL, options: RequestOptions, body: string): Promise<Reply> =>
  new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, (response) => {
      read(response).then((text) => {
        const { statusCode = 0, headers } = response;
        done({
          ok: true,
          status: statusCode,
          retryAfterSeconds: pauseOf(headers['retry-after']),
          body: text,
        });
      }, failed);
    });
    request.on('error', failed);
    request.on('timeout', () => request.destroy(Object.assign(new Error(), { code: 'TIMEOUT' })));
    request.end(body);
  });

const read = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw Object.assign(new Error(), { code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** `Retry-After` in seconds or as a date (RFC 9110), within bounds; null where there is none to be read. */
const pauseOf = (header: string | undefined): number | null => {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_PAUSE_SECONDS, Math.max(0, Math.ceil(seconds))) : null;
};
