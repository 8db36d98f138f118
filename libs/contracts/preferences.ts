import { z } from 'zod';
import { LIMITS } from './limits';
import { line } from './primitives';

const { preferences: bounds } = LIMITS;
const part = line(bounds.viewPart, 0).exactOptional();

/** A way of looking at the ledger, as its address has it; what the pages do not understand of it is as if it were not there. */
const savedView = z
  .strictObject({
    name: line(bounds.viewName),
    search: z.strictObject({
      ...{ status: part, light: part, owner: part, waits: part, aspect: part },
      ...{ cols: part, sort: part, density: part, rows: part },
    }),
  })
  .meta({ id: 'SavedView' });

/** How somebody likes the pages to look: these settings and nothing else of them. What was never chosen is not there. */
export const preferences = z
  .strictObject({
    language: z.enum(['zh-CN', 'en']).exactOptional(),
    size: z.enum(['normal', 'large']).exactOptional(),
    scheme: z.enum(['system', 'light', 'dark']).exactOptional(),
    palette: z.enum(['greenYellowRed', 'blueYellowRed', 'blueOrangeRed']).exactOptional(),
    /** Whether single keys do something. */
    keys: z.enum(['on', 'off']).exactOptional(),
    /** 常用 of the ledger, the latest first. */
    views: z.array(savedView).max(bounds.views).exactOptional(),
  })
  .meta({ id: 'Preferences' });
export type PreferencesView = z.infer<typeof preferences>;
