import { z } from 'zod';
import { waitsFor } from './obligation';
import { civilDate, listOf, uuid } from './primitives';

export const problemStatuses = [
  'reported',
  'excluded',
  'handedOver',
  'included',
  'issued',
  'acknowledged',
  'planSubmitted',
  'rectifying',
  'claimed',
  'reviewed',
  'accepted',
  'closed',
] as const;

const named = z.strictObject({ personId: uuid, name: z.string() }).meta({ id: 'NamedPerson' });

export const measureView = z
  .strictObject({
    id: uuid,
    text: z.string(),
    owner: named.nullable(),
    dueOn: civilDate,
    finished: z.strictObject({ on: civilDate, result: z.string() }).nullable(),
    progress: z.int().min(0),
  })
  .meta({ id: 'Measure' });

/** One row of the ledger, whole: what was found, what is done about it, whom it waits for and until when. */
export const problem = z
  .strictObject({
    id: uuid,
    campaignId: uuid,
    /** Null until it is included; the number is permanent. */
    code: z.string().nullable(),
    number: z.int().nullable(),
    item: z.string(),
    aspect: z.strictObject({ code: z.string(), name: z.string() }),
    title: z.string(),
    detail: z.string(),
    status: z.enum(problemStatuses),
    reportedOn: civilDate,
    triageReason: z.string().nullable(),
    fixType: z.enum(['immediate', 'timeLimited']).nullable(),
    issuedOn: civilDate.nullable(),
    dueOn: civilDate.nullable(),
    overdue: z.boolean(),
    /** Count the plans and the claims submitted for it, from 1. */
    planRound: z.int(),
    claimRound: z.int(),
    plan: z
      .strictObject({
        rootCause: z.string(),
        target: z.string(),
        measures: z.array(measureView),
      })
      .nullable(),
    claim: z.strictObject({ result: z.string(), on: civilDate }).nullable(),
    /** What the last return found missing; until the next submission. */
    missing: z.string().nullable(),
    closed: z.strictObject({ on: civilDate, late: z.boolean() }).nullable(),
    /** Closed, but claimed after its due day only. */
    late: z.boolean(),
    lead: waitsFor,
    owner: waitsFor,
    /** Whom it waits for now. */
    waitsFor: z.array(
      z.strictObject({ obligation: z.string(), kind: z.string(), dueOn: civilDate, holder: waitsFor }),
    ),
  })
  .meta({ id: 'CampaignProblem' });
export type ProblemView = z.infer<typeof problem>;
export const problemList = listOf(problem).meta({ id: 'CampaignProblemList' });
