const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Scripts and styles come from our own files only. antd writes styles into the page at run time: it signs them with the
 * nonce of this one answer, so nothing that anybody typed is ever a style or a script. Nobody frames a page on which
 * decisions are made.
 * @param {string} [nonce]
 */
const contentSecurityPolicy = (nonce) => {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** On everything this server answers by itself; the api sets its own on what is passed through. */
export const SECURITY_HEADERS = { ...everywhere, 'content-security-policy': contentSecurityPolicy() };

/** @param {string} nonce of this answer alone */
export const pageHeaders = (nonce) => ({
  ...everywhere,
  'content-security-policy': contentSecurityPolicy(nonce),
  'content-type': 'text/html; charset=utf-8',
  // A kept page would meet its own, older nonce.
  'cache-control': 'no-store',
});
