import { selfCheckCodes, selfCheckReasons, selfCheckVerdicts } from '@rectify/domain';
import { z } from 'zod';
import { shownCount } from './campaign';
import { civilDate } from './primitives';

/** One process self-check: its verdict, why, and the rows that prove it or are at fault. */
export const selfCheck = z
  .strictObject({
    code: z.enum(selfCheckCodes as readonly [string, ...string[]]),
    /** What is asked, in the words of the data file. */
    text: z.string(),
    verdict: z.enum(selfCheckVerdicts),
    reason: z.enum(selfCheckReasons),
    /** How many rows; `rows` is empty for readers who see counts only. */
    count: shownCount,
    rows: z.array(z.string()),
  })
  .meta({ id: 'SelfCheck' });

export const selfCheckList = z
  .strictObject({ items: z.array(selfCheck), asOf: civilDate.nullable() })
  .meta({ id: 'SelfCheckList' });
export type SelfCheckListView = z.infer<typeof selfCheckList>;

/** What a campaign plans and holds beside its problems: activities, the pledge, rules made. */
export const education = z
  .strictObject({
    activities: z.array(
      z.strictObject({
        kind: z.string(),
        nth: z.int(),
        plannedOn: civilDate,
        held: z.strictObject({ on: civilDate, people: z.int() }).nullable(),
      }),
    ),
    pledge: z
      .strictObject({
        version: z.int(),
        text: z.string(),
        basisHash: z.string(),
        draftedOn: civilDate,
        owed: z.int(),
        signed: z.int(),
        compared: z.int(),
      })
      .nullable(),
    rulesMade: z.array(
      z.strictObject({
        number: z.string(),
        title: z.string(),
        effectiveOn: civilDate,
        problemId: z.string().nullable(),
        registeredOn: civilDate,
        retired: z.strictObject({ on: civilDate, reason: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Education' });
export type EducationView = z.infer<typeof education>;
