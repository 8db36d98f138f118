import { createHmac } from 'node:crypto';

/**
 * One random secret a sign-in by the provider, and it stands in the browser's cookie alone. State, nonce and PKCE verifier
 * are made of it: each says nothing of the others, and neither the database nor the address holds what would be needed.
 */
export const partsOf = (secret: string) => {
  const part = (label: string): string => createHmac('sha256', secret).update(label).digest('base64url');
  return { state: part('state'), nonce: part('nonce'), verifier: part('verifier') } as const;
};
