import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pageHeaders } from './headers.mjs';

/** Stands in the built page for the nonce (vite.config.ts, `html.cspNonce`). */
const PLACE = '__CSP_NONCE__';

/** Files are named by their endings; every other address is the application's. */
export const isPage = (pathname) => pathname === '/index.html' || !/\.\w+$/.test(pathname);

/** The one page, with a nonce of its own in each answer.
 * @param {string} file */
export const pageFrom = (file) => {
  const parts = readFileSync(file, 'utf8').split(PLACE);
  return (request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, pageHeaders(nonce));
    response.end(request.method === 'HEAD' ? undefined : parts.join(nonce));
  };
};
