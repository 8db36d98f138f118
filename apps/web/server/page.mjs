import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pageHeaders } from './headers.mjs';

/** Stands in the built page for the nonce (vite.config.ts, `html.cspNonce`). */
const PLACE = '__CSP_NONCE__';

/** Files are named by their endings; every other address is the application's. */
export const isPage = (pathname) => pathname === '/index.html' || !/\.\w+$/.test(pathname);

/** Where whom one asks stands in the built page (index.html); the pages show it in the same corner everywhere. */
const HELP = /(<meta name="help" content=")("[^>]*>)/;
const LONGEST_HELP = 100;

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The one page, with a nonce of its own in each answer.
 * @param {string} file
 * @param {string} help whom one asks: a name and a telephone number */
export const pageFrom = (file, help = '') => {
  const told = escaped([...help.trim()].slice(0, LONGEST_HELP).join(''));
  const page = readFileSync(file, 'utf8').replace(HELP, (_all, before, after) => `${before}${told}${after}`);
  const parts = page.split(PLACE);
  return (request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, pageHeaders(nonce));
    response.end(request.method === 'HEAD' ? undefined : parts.join(nonce));
  };
};
