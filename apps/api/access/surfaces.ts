import { catalogue, commandPath } from '@rectify/contracts';
import type { FieldClass, Readable } from '@rectify/domain';

/** What a route shows, and to whom. Every route is one of these; one that is not does not start (security.md §2.6). */
export type Surface =
  /** Nothing of anybody, to whoever asks: signing in, health, the document. */
  | { readonly reads: 'public' }
  /** What is everybody's who is signed in: the templates, the clock. */
  | { readonly reads: 'installation' }
  /** What is the asking person's alone. */
  | { readonly reads: 'own' }
  /** How much there is and in what state, for who keeps the installation running: nothing of whom or what. */
  | { readonly reads: 'technical' }
  /** What came of one's own command. A refusal tells nobody of what they may not know. */
  | { readonly reads: 'outcome' }
  | Scoped;

/** Rows that the reader's scope lets through, masked to the class that they may read. */
export interface Scoped {
  readonly reads: readonly Readable[];
  /** The highest class that any reader is shown here. */
  readonly highest: FieldClass;
  /** Whose id the path takes. */
  readonly of?: 'campaign' | 'obligation';
  /** Whether a day that is over may be asked for. */
  readonly asOf?: true;
}

const shown = { reads: 'public' } as const;
const own = { reads: 'own' } as const;
const installation = { reads: 'installation' } as const;
const outcome = { reads: 'outcome' } as const;

const ofCampaign = (
  reads: readonly Readable[],
  highest: FieldClass,
  more: Pick<Scoped, 'asOf'> = {},
): Surface => ({
  ...{ reads, highest, of: 'campaign' },
  ...more,
});
const ever = { asOf: true } as const;

const routes: Readonly<Record<string, Surface>> = {
  'GET /api/health': shown,
  'GET /api/ready': shown,
  'GET /api/openapi.json': shown,
  'GET /metrics': shown,
  'GET /api/setup': shown,
  'POST /api/setup': shown,
  'GET /api/demo/accounts': shown,
  'POST /api/session': shown,
  'POST /api/password/reset': shown,
  'GET /api/oidc': shown,
  'POST /api/oidc/start': shown,
  'POST /api/oidc/finish': shown,

  'GET /api/clock': installation,
  'POST /api/clock/forward': installation,
  'GET /api/channels': installation,
  'GET /api/templates': installation,
  'GET /api/templates/:id': installation,

  'GET /api/admin/facts': { reads: 'technical' },

  'GET /api/me': own,
  'PATCH /api/me/preferences': own,
  'GET /api/calendars/:id': own,
  'POST /api/session/confirm': own,
  'DELETE /api/session': own,
  'GET /api/sessions': own,
  'DELETE /api/sessions/:id': own,
  'POST /api/password': own,
  'GET /api/tokens': own,
  'POST /api/tokens': own,
  'DELETE /api/tokens/:id': own,
  'POST /api/oidc/link': own,
  'POST /api/oidc/confirm': own,
  'GET /api/oidc/identities': own,
  'DELETE /api/oidc/identities/:id': own,
  'GET /api/totp': own,
  'POST /api/totp': own,
  'POST /api/totp/confirm': own,
  'DELETE /api/totp': own,

  'POST /api/accounts': outcome,
  'POST /api/people/:personId/accounts': outcome,
  'POST /api/accounts/:accountId/disable': outcome,
  'POST /api/accounts/:accountId/reset': outcome,
  'POST /api/directories/:id/commands/import-organisation': outcome,
  'POST /api/directories/:id/previews/import-organisation': outcome,
  'POST /api/campaigns': outcome,
  'POST /api/previews/launch-campaign': outcome,
  'POST /api/campaigns/:id/previews/redate-stages': outcome,
  'POST /api/campaigns/:id/previews/replan-campaign': outcome,
  'POST /api/calendars/:id/previews/import-calendar-year': { reads: ['records'], highest: 'F0' },

  'GET /api/events': { reads: ['heading', 'records', 'owing'], highest: 'F0' },
  'GET /api/units': { reads: ['unit'], highest: 'F0' },
  'GET /api/people': { reads: ['person', 'formerHolder'], highest: 'F0' },
  'GET /api/tenures': { reads: ['formerHolder'], highest: 'F0' },
  'GET /api/grants': { reads: ['delegation'], highest: 'F0' },
  'GET /api/delegations': { reads: ['delegation'], highest: 'F0' },
  'GET /api/notifications': { reads: ['delivery', 'failure'], highest: 'F0' },
  'GET /api/obligations': { reads: ['owing', 'kept'], highest: 'F2' },
  'GET /api/obligations/:id': { reads: ['obligation'], highest: 'F2', of: 'obligation' },
  'GET /api/obligations/:id/why': { reads: ['obligation'], highest: 'F0', of: 'obligation' },
  'GET /api/obligations/:id/outcome': { reads: ['records'], highest: 'F3', of: 'obligation' },
  'GET /api/search': { reads: ['records'], highest: 'F0' },
  'GET /api/acts': { reads: ['records'], highest: 'F3' },
  'GET /api/campaigns': { reads: ['records', 'counts'], highest: 'F0' },
  'GET /api/campaigns/:id': ofCampaign(['heading', 'records', 'obligation'], 'F1', ever),
  'GET /api/campaigns/:id/problems': ofCampaign(['problem', 'obligation'], 'F3', ever),
  'GET /api/campaigns/:id/timeline': ofCampaign(['records'], 'F3', ever),
  'GET /api/campaigns/:id/calendar': ofCampaign(['problem'], 'F1', ever),
  'GET /api/campaigns/:id/summary': ofCampaign(['heading', 'records'], 'F1', ever),
  'GET /api/campaigns/:id/self-checks': ofCampaign(['heading', 'records'], 'F2', ever),
  'GET /api/campaigns/:id/education': ofCampaign(['records'], 'F0'),
  'GET /api/campaigns/:id/samples': ofCampaign(['records'], 'F0'),
  'GET /api/campaigns/:id/same-measures': ofCampaign(['problem'], 'F1'),
};

/** By method and path as the router has them. */
export const surfaces: Readonly<Record<string, Surface>> = {
  ...routes,
  ...Object.fromEntries(catalogue.map((entry) => [`POST ${commandPath(entry, ':id')}`, outcome])),
};

/** Throws for a route of which nobody has said what it shows. */
export const assertRegistered = (method: string, url: string): void => {
  // A HEAD comes with every GET and shows less; OPTIONS is the router's own.
  if (method === 'HEAD' || method === 'OPTIONS' || Object.hasOwn(surfaces, `${method} ${url}`)) return;
  throw new Error(`${method} ${url} is not in the surface registry (access/surfaces.ts)`);
};
