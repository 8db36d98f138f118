import { stagesInUse } from '@rectify/domain';
import { z } from 'zod';
import { pageQuery, timelineEntry, unitRef } from './campaign';
import { LIMITS } from './limits';
import { civilDate, line, listOf, upTo, uuid } from './primitives';
import { calendarDate, problemStatuses } from './problem';

const length = z.strictObject({
  n: z.int().min(0),
  unit: z.enum(['calendarDay', 'workingDay', 'month']),
});
const roll = z.union([z.enum(['none', 'next', 'earlier']), z.strictObject({ nthAfterHoliday: z.int() })]);
const due = { dueOn: civilDate, provisional: z.boolean() };
const dates = z.array(calendarDate);

/** 为什么是这天: a length counted from a day and rolled, the end of a stage, or a day that was given. */
export const whyDue = z
  .discriminatedUnion('rule', [
    z.strictObject({
      ...due,
      rule: z.literal('duration'),
      /** The starting day, which is not counted. */
      from: civilDate,
      duration: length,
      /** The last day before the roll. */
      base: civilDate,
      roll,
      rolled: z.enum(['none', 'later', 'earlier']),
      /** False: counted so it had passed already when it was counted anew. */
      kept: z.boolean(),
    }),
    z.strictObject({
      ...due,
      rule: z.literal('stageEnd'),
      stage: z.enum(stagesInUse),
      startOn: civilDate,
      length: length.nullable(),
    }),
    z.strictObject({ ...due, rule: z.enum(['own', 'granted']), dates }),
    z.strictObject({ ...due, rule: z.literal('fixed') }),
  ])
  .meta({ id: 'WhyDue' });
export type WhyDueView = z.infer<typeof whyDue>;

const ofCampaign = z
  .strictObject({ id: uuid, code: z.string(), title: z.string(), titleEn: z.string() })
  .meta({ id: 'CampaignNamed' });
const ofProblem = z
  .strictObject({ code: z.string(), title: z.string() })
  .meta({ id: 'ProblemNamed' })
  .nullable();

export const actsQuery = z.strictObject({
  cursor: upTo(LIMITS.list.cursor).exactOptional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.list.maxPage).exactOptional(),
});

/** One act: the line of the record, and where it was done. */
export const act = z
  .strictObject({ campaign: ofCampaign, problem: ofProblem, entry: timelineEntry })
  .meta({ id: 'Act' });
export type ActView = z.infer<typeof act>;
export const actList = listOf(act).meta({ id: 'ActList' });

/** What became of something that is not owed any more; its line is null where the record has none for this reader. */
export const outcome = z
  .strictObject({
    campaign: ofCampaign,
    problem: ofProblem,
    kind: z.string(),
    entry: timelineEntry.nullable(),
  })
  .meta({ id: 'ObligationOutcome' });
export type OutcomeView = z.infer<typeof outcome>;

export const searchQuery = z.strictObject({
  q: line(LIMITS.search.max, LIMITS.search.min),
  cursor: upTo(LIMITS.list.cursor).exactOptional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.search.found).exactOptional(),
});

/** A numbered problem of the own units whose number or title has these words. */
export const found = z
  .strictObject({
    id: uuid,
    code: z.string(),
    title: z.string(),
    status: z.enum(problemStatuses),
    dueOn: civilDate.nullable(),
    campaign: ofCampaign,
  })
  .meta({ id: 'FoundProblem' });
export type FoundView = z.infer<typeof found>;
export const foundList = listOf(found).meta({ id: 'FoundProblemList' });

export const sameMeasuresQuery = pageQuery.extend({ problemId: uuid.exactOptional() });

/** A measure that stands word for word in the plan of another problem whose measures the caller reads too. */
export const sameMeasure = z
  .strictObject({
    problemId: uuid,
    measureId: uuid,
    /** Its place in its plan, from 1. */
    place: z.int(),
    other: z.strictObject({
      ...{ problemId: uuid, code: z.string(), title: z.string(), place: z.int() },
      ...{ campaign: ofCampaign, unit: unitRef },
    }),
  })
  .meta({ id: 'SameMeasure' });
export type SameMeasureView = z.infer<typeof sameMeasure>;
export const sameMeasureList = listOf(sameMeasure).meta({ id: 'SameMeasureList' });
