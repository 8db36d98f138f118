import type { ListEvent } from '@rectify/domain';
import type { Line } from './line';

type Data<Type extends ListEvent['type']> = Extract<ListEvent, { type: Type }>['data'];

/** What changes of the problem list say in the record. */
export const listLines: { readonly [Type in ListEvent['type']]: (data: Data<Type>) => Line } = {
  ProblemCorrected: ({ problemId, item, aspect, textHash, reason }) => ({
    problemId,
    subject: { item, aspect, textHash },
    text: reason,
  }),
  ProblemMerged: ({ problemId, into, intoCode, reason }) => ({
    problemId,
    subject: { into, intoCode },
    text: reason,
  }),
  ProblemSplit: ({ problemId, parts, reason }) => ({
    problemId,
    subject: { parts: [...parts] },
    text: reason,
  }),
  PartIncluded: ({ problemId, partOf, number, code, item, aspect, textHash, reason }) => ({
    problemId,
    subject: { partOf, number, code, item, aspect, textHash },
    text: reason,
  }),
};
