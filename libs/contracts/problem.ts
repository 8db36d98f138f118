import { lookBackVerdicts, sideStateKinds } from '@rectify/domain';
import { z } from 'zod';
import { waitsFor } from './obligation';
import { civilDate, listOf, uuid } from './primitives';

export const problemStatuses = [
  'reported',
  'excluded',
  'handedOver',
  'included',
  'merged',
  'split',
  'issued',
  'acknowledged',
  'planSubmitted',
  'rectifying',
  'claimed',
  'reviewed',
  'accepted',
  'noticed',
  'sustained',
  'closed',
  'terminated',
] as const;

/** A day that the problem or one of its measures was given, and why; in the order in which they were given. */
export const givenDate = z
  .strictObject({
    /** Null: the problem's own. */
    measureId: uuid.nullable(),
    dueOn: civilDate,
    why: z.enum(['issued', 'planned', 'extended', 'returned', 'reopened', 'withdrawn']),
    on: civilDate,
  })
  .meta({ id: 'GivenDate' });

export const calendarDate = givenDate.omit({ measureId: true }).meta({ id: 'CalendarDate' });

const linkedProblem = z.strictObject({ id: uuid, code: z.string() }).meta({ id: 'LinkedProblem' });

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
    /** Causes, measures and opinions are left out: they are for the leading group and whom the problem waits for. */
    masked: z.boolean(),
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
    /** Where it went by a merging or a split; it keeps its number and its text. */
    goneInto: z
      .strictObject({ problems: z.array(linkedProblem), reason: z.string(), on: civilDate })
      .nullable(),
    /** What it was split from. */
    partOf: linkedProblem.nullable(),
    /** It came to a settled list: a supplementary vote has to confirm it. */
    awaitsVote: z.boolean(),
    fixType: z.enum(['immediate', 'timeLimited', 'sustained']).nullable(),
    issuedOn: civilDate.nullable(),
    dueOn: civilDate.nullable(),
    overdue: z.boolean(),
    /** 退回整改, 延期审批中, 长期坚持, 中止 and 重开, beside the status. */
    sideStates: z.array(z.enum(sideStateKinds)),
    /** Every date it ever had, its measures' too. */
    dates: z.array(givenDate),
    /** 延期后时限: the present date where it was extended. */
    extendedTo: civilDate.nullable(),
    /** 延期审批中: what is asked for and not yet decided. */
    extension: z
      .strictObject({
        reason: z.string(),
        progress: z.string(),
        dueOn: civilDate,
        late: z.boolean(),
        on: civilDate,
        /** The date that the last step named. */
        granted: civilDate.nullable(),
      })
      .nullable(),
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
    /** What is to replace the plan, while its chain runs. */
    amendment: z
      .strictObject({
        reason: z.string(),
        rootCause: z.string(),
        target: z.string(),
        measures: z.array(
          measureView.omit({ finished: true, progress: true }).meta({ id: 'AmendedMeasure' }),
        ),
        on: civilDate,
      })
      .nullable(),
    claim: z.strictObject({ result: z.string(), on: civilDate }).nullable(),
    /** What the last return found missing; until the next submission. */
    missing: z.string().nullable(),
    /** 现场核查 of the present claim. */
    check: z.strictObject({ found: z.string(), on: civilDate }).nullable(),
    /** 公示 of the present claim; of objections only how many and what came of them. */
    notice: z
      .strictObject({
        from: civilDate,
        to: civilDate,
        on: civilDate,
        objections: z.array(
          z.strictObject({ count: z.int(), outcome: z.enum(['unfounded', 'upheld']), on: civilDate }),
        ),
      })
      .nullable(),
    /** Every 重开, and the first closing that it is linked to. */
    reopenings: z.array(
      z.strictObject({ on: civilDate, cause: z.enum(['secretary', 'lookBack']), reason: z.string() }),
    ),
    firstClosedOn: civilDate.nullable(),
    terminated: z.strictObject({ on: civilDate, reason: z.string() }).nullable(),
    /** 长期坚持: since when, when the present cycle ends, and every review so far. */
    sustained: z.strictObject({ since: civilDate, nextReviewOn: civilDate }).nullable(),
    reviews: z.array(
      z.strictObject({ cycle: z.int(), on: civilDate, looked: z.string(), evidence: z.string() }),
    ),
    /** 回头看: whether it was drawn, and every verdict so far, the latest last. */
    lookBack: z.strictObject({
      sampled: z.boolean(),
      verdicts: z.array(
        z.strictObject({
          round: z.int(),
          verdict: z.enum(lookBackVerdicts),
          on: civilDate,
          looked: z.string(),
          evidence: z.string(),
        }),
      ),
    }),
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
