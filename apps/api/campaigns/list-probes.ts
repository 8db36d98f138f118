import type { Standing } from '@rectify/application';
import type { Probe } from './possible-actions';

/** Stand for the ids that the parts of a problem would get. */
const PARTS = ['ffffffff-ffff-7fff-bfff-fffffffffffd', 'ffffffff-ffff-7fff-bfff-fffffffffffe'] as const;
const text = '-';

/** What may be done to the problem list while it is not frozen; nothing of it is owed. */
export const listProbes = ({ campaign }: Standing): readonly Probe[] => {
  const { order, problems } = campaign;
  const included = order.filter((id) => problems[id]?.status === 'included');
  const numbered = order.filter((id) => problems[id]?.number !== null);
  return [
    ...included.map((problemId): Probe => {
      const parts = PARTS.map((id) => ({ id, title: text, detail: '' }));
      return {
        command: 'SplitProblem',
        defaults: { problemId },
        data: { problemId, parts, reason: text },
      };
    }),
    // The form asks which; one pair that could be merged is enough to offer it.
    ...included.slice(0, 1).flatMap((problemId) =>
      numbered
        .filter((into) => into !== problemId)
        .map((into): Probe => ({
          command: 'MergeProblems',
          defaults: {},
          data: { into, problemIds: [problemId], reason: text },
        })),
    ),
  ];
};
