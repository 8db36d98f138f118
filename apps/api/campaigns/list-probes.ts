import type { Standing } from '@rectify/application';
import type { Probe } from './possible-actions';

/** Stand for the ids that new problems would get. */
const PARTS = ['ffffffff-ffff-7fff-bfff-fffffffffffd', 'ffffffff-ffff-7fff-bfff-fffffffffffe'] as const;
const text = '-';

/** What may be done to the problem list although nobody owes it. */
export const listProbes = ({ campaign }: Standing): readonly Probe[] => {
  const { order, problems, plan } = campaign;
  const included = order.filter((id) => problems[id]?.status === 'included');
  const numbered = order.filter((id) => problems[id]?.number !== null);
  const [id] = PARTS;
  const ordinary = plan.aspects.flatMap(({ items }) => items.find(({ clue }) => !clue) ?? []);
  return [
    // The form asks for the item; one of each aspect tells whether it is anybody's to report.
    ...ordinary.map(({ code: item }): Probe => ({
      command: 'ReportProblem',
      defaults: {},
      data: { item, problem: { id, title: text, detail: '' } },
    })),
    ...included.map((problemId): Probe => {
      const parts = PARTS.map((id) => ({ id, title: text, detail: '' }));
      return {
        command: 'SplitProblem',
        defaults: { problemId },
        data: { problemId, parts, reason: text },
      };
    }),
    ...included.map((problemId): Probe => {
      const data = { problemId, title: text, reason: text };
      return { command: 'CorrectProblem', defaults: { problemId }, data };
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
