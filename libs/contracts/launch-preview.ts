import { everyObligationKind, stagesInUse } from '@rectify/domain';
import { z } from 'zod';
import { waitsFor } from './obligation';
import { civilDate, instant, uuid } from './primitives';

const stage = z.enum(stagesInUse);
const matter = {
  kind: z.enum(everyObligationKind),
  subject: z.strictObject({ type: z.string(), id: z.string() }),
  stage,
  dueOn: civilDate,
};

/** What a launch would set going; nothing was written. */
export const launchPreview = z
  .strictObject({
    title: z.string(),
    titleEn: z.string(),
    startOn: civilDate,
    stages: z.array(
      z.strictObject({
        stage,
        startOn: civilDate,
        endOn: civilDate,
        provisional: z.boolean(),
        /** Posts, one list a step. */
        approvals: z.array(z.array(z.string())),
      }),
    ),
    /** How many obligations the launch itself makes. */
    created: z.int(),
    /** Those and what follows where every stage ends on its last day and nothing is found. By due day. */
    owed: z.array(
      z.strictObject({
        ...matter,
        holder: waitsFor,
        since: civilDate,
        provisional: z.boolean(),
        minutes: z.number(),
      }),
    ),
    /** `spreadAnswers` and what it brings: the days by which aspects are answered, and how much is due on the busiest then. */
    spread: z.strictObject({ taken: z.boolean(), from: civilDate, to: civilDate, count: z.int() }).nullable(),
    /** The mails of the week that begins with the first, as long as nothing is done: by their moments. */
    mails: z.array(
      z.strictObject({
        to: z.strictObject({ personId: uuid, name: z.string() }),
        at: instant,
        about: z.array(z.strictObject(matter)),
      }),
    ),
    /** Records that the items say are looked at, of which none is handed in with an answer; texts to be written anew. */
    materials: z.strictObject({ looked: z.array(z.string()), written: z.int() }),
    /** Minutes are estimates. */
    burden: z.strictObject({
      people: z.int(),
      minutes: z.int(),
      average: z.int(),
      most: z.strictObject({ name: z.string(), minutes: z.int(), count: z.int() }).nullable(),
      band: z.enum(['light', 'moderate', 'heavy']),
      /** What each problem that is found asks on top. */
      aFinding: z.int(),
    }),
  })
  .meta({ id: 'LaunchPreview' });
export type LaunchPreviewView = z.infer<typeof launchPreview>;
