import { z } from 'zod';
import { instant, listOf, ownPage, uuid } from './primitives';

/** Whether the installation has a provider of identities, and what it is called there; null: the pages' own word. */
export const oidcOffer = z
  .strictObject({ offered: z.boolean(), name: z.string().nullable() })
  .meta({ id: 'OidcOffer' });

export const startOidc = z.strictObject({ returnTo: ownPage.default('/todo') });
/** Where the browser goes next: the provider's own page. */
export const oidcStarted = z.strictObject({ url: z.string() }).meta({ id: 'OidcStarted' });

/** What the provider sent along with the browser, as it stood in the address. */
export const finishOidc = z.strictObject({
  state: z.string().max(200),
  code: z.string().max(2_000).exactOptional(),
  iss: z.string().max(500).exactOptional(),
  error: z.string().max(200).exactOptional(),
});
export const oidcFinished = z.strictObject({ returnTo: z.string() }).meta({ id: 'OidcFinished' });

/** An identity at the provider that opens the caller's account; what it is called there is not kept. */
export const identityList = listOf(
  z.strictObject({ id: uuid, linkedAt: instant }).meta({ id: 'LinkedIdentity' }),
).meta({ id: 'LinkedIdentityList' });
