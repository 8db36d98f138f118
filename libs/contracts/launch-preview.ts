import { everyObligationKind, stagesInUse } from '@rectify/domain';
import { z } from 'zod';
import { waitsFor } from './obligation';
import { civilDate } from './primitives';

const stage = z.enum(stagesInUse);

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
        kind: z.enum(everyObligationKind),
        subject: z.strictObject({ type: z.string(), id: z.string() }),
        stage,
        holder: waitsFor,
        since: civilDate,
        dueOn: civilDate,
        provisional: z.boolean(),
        minutes: z.number(),
        /** The days of the messages about it, as long as it is not done. */
        messagesOn: z.array(civilDate),
      }),
    ),
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
