import { lookBackVerdicts, type LookBackCommand, type LookBackData } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { basisHash, civilDate, listOf, text, uuid } from './primitives';

const { text: bound } = LIMITS;

/** The bodies of the commands of 回头看. No seed comes in: it is made of the log. */
export const lookBackCommands = {
  DrawSample: z.strictObject({ basisHash }),
  RecordVerdict: z.strictObject({
    problemId: uuid,
    round: z.int().min(1).max(LIMITS.count.round),
    verdict: z.enum(lookBackVerdicts),
    looked: text(bound.remark),
    evidence: text(bound.remark),
  }),
} satisfies { readonly [Type in LookBackCommand['type']]: z.ZodType<LookBackData<Type>> };

/** A sample with everything it was drawn by: whoever has this and docs/sampling.md draws the same again. */
export const sample = z
  .strictObject({
    round: z.int(),
    on: civilDate,
    algorithm: z.literal('sample@1'),
    /** The hash of CampaignSignedOff in the log, and the seed that it makes with the round. */
    signOffHash: basisHash,
    seed: basisHash,
    percent: z.int(),
    atLeast: z.int(),
    basisHash,
    /** Everything it was drawn from, in the order of numbers. */
    population: z.array(z.strictObject({ problemId: uuid, number: z.int() })),
    /** In the order in which they were drawn; null: not yet judged. */
    drawn: z.array(z.strictObject({ problemId: uuid, verdict: z.enum(lookBackVerdicts).nullable() })),
  })
  .meta({ id: 'Sample' });
export const sampleList = listOf(sample).meta({ id: 'SampleList' });
export type SampleListView = z.infer<typeof sampleList>;
