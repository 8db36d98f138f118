/**
 * The pages that may be gone back to after signing in, as the router of apps/web names them; its conventions are held to
 * this list. Whatever else is asked for – another host, another scheme, an encoded slash – is no page of ours.
 */
export const ownPages = [
  '/todo',
  '/t/$id',
  '/c',
  '/c/new',
  '/c/new/$draft/$step',
  '/c/$code',
  '/c/$code/calendar',
  '/c/$code/screening',
  '/c/$code/review',
  '/c/$code/lookback',
  '/c/$code/docs',
  '/c/$code/log',
  '/c/$code/ledger',
  '/ledger',
  '/calendar',
  '/search',
  '/keys',
  '/print/ledger',
  '/print/lists',
  '/print/problem',
  '/audit',
  '/audit/verify',
  '/p/$code',
  '/account',
  '/settings',
  '/settings/start',
  '/settings/delegation',
  '/settings/import',
  '/settings/calendar',
  '/settings/channels',
  '/settings/templates',
] as const;

const LONGEST = 300;
const PART = '[A-Za-z0-9-]+';
const QUERY = '(\\?[A-Za-z0-9=&_-]*)?';
export const OWN_PAGE = `^(${ownPages.map((page) => page.replace(/\$\w+/g, PART)).join('|')})${QUERY}$`;
const pattern = new RegExp(OWN_PAGE);

export const isOwnPage = (path: string): boolean => path.length <= LONGEST && pattern.test(path);
