import type { EventData, LookBackEvent } from '@rectify/domain';
import type { Line } from './line';

/** What a look-back says in the record: with the seed and the hash of what was drawn from, anybody can draw it again. */
export const lookBackLines: {
  readonly [Type in LookBackEvent['type']]: (data: EventData<Type>) => Line;
} = {
  SampleDrawn: ({ round, algorithm, signOffHash, seed, percent, atLeast, basis, basisHash, drawn }) => ({
    subject: {
      ...{ round, algorithm, signOffHash, seed, percent, atLeast, basisHash },
      population: (basis.content as readonly unknown[]).length,
      drawn: [...drawn],
    },
  }),
  VerdictRecorded: ({ problemId, round, verdict, looked, evidence }) => ({
    problemId,
    subject: { round, verdict },
    text: [looked, evidence].join('\n'),
  }),
};
