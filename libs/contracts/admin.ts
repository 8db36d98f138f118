import { z } from 'zod';
import { instant } from './primitives';

const count = z.int().min(0);

/** What whoever keeps the installation running may know: how much, how old and in what state, and nothing of whom or what. */
export const technicalFacts = z
  .strictObject({
    mode: z.enum(['production', 'demo', 'test']),
    versions: z.strictObject({ node: z.string(), postgres: z.string(), migrations: count }),
    databaseBytes: count,
    streams: z.strictObject({ campaign: count, directory: count, template: count, calendar: count }),
    events: count,
    /** When the record was last carried out as a bundle; null: never. */
    lastExportAt: instant.nullable(),
    accounts: z.strictObject({
      ready: count,
      disabled: count,
      withSecondFactor: count,
      sessions: count,
      tokens: count,
    }),
  })
  .meta({ id: 'TechnicalFacts' });
export type TechnicalFactsView = z.infer<typeof technicalFacts>;
