import type { Standing } from '@rectify/application';
import { addDays, civilDateOf, type ReadonlyProblem } from '@rectify/domain';
import type { Probe } from './possible-actions';

/** Stands for the id that a new measure would get. */
const NEW_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
const text = '-';

/** What may be done for a problem besides what is owed for it. The domain says whose it is and whether it is time. */
export const rectificationProbes = ({ campaign, now }: Standing): readonly Probe[] => {
  const today = civilDateOf(now);
  const ofEach = campaign.order.flatMap((id) => {
    const problem = campaign.problems[id];
    return problem ? ofProblem(problem, today) : [];
  });
  return [...ofEach, ...ofAny(campaign)];
};

const ofProblem = (problem: ReadonlyProblem, today: string): readonly Probe[] => {
  switch (problem.status) {
    case 'rectifying':
      return whileRectifying(problem, today);
    case 'sustained':
      return [...whileRectifying(problem, today), ending(problem)];
    case 'reviewed':
      return [claimed(problem, 'RecordCheck', { found: text })];
    case 'accepted':
      return [claimed(problem, 'PostPublicNotice')];
    case 'noticed':
      return [
        {
          command: 'RecordObjection',
          defaults: { problemId: problem.id },
          data: { problemId: problem.id, count: 1, outcome: 'unfounded' },
        },
      ];
    default:
      return [];
  }
};

const ending = ({ id: problemId }: ReadonlyProblem): Probe => ({
  command: 'EndSustained',
  defaults: { problemId },
  data: { problemId, reason: text },
});

const claimed = (
  { id: problemId, claim }: ReadonlyProblem,
  command: 'RecordCheck' | 'PostPublicNotice',
  more: object = {},
): Probe => {
  const defaults = { problemId, basisHash: claim?.hash ?? '' };
  return { command, defaults, data: { ...defaults, ...more } };
};

/** What the secretary may do with any of many problems is offered once: the form asks for the problem. */
const ofAny = (campaign: Standing['campaign']): readonly Probe[] => {
  const ids = (is: (status: ReadonlyProblem['status']) => boolean) =>
    campaign.order.filter((id) => is(campaign.problems[id]?.status ?? 'reported'));
  const isClosed = (status: ReadonlyProblem['status']) => status === 'closed';
  const isUnderWay = (status: ReadonlyProblem['status']) =>
    !['reported', 'excluded', 'handedOver', 'merged', 'split', 'closed', 'terminated'].includes(status);
  return [
    ...ids(isClosed).map((problemId) => once('ReopenProblem', problemId)),
    ...ids(isUnderWay).map((problemId) => once('TerminateProblem', problemId)),
  ];
};

const once = (command: 'ReopenProblem' | 'TerminateProblem', problemId: string): Probe => ({
  command,
  defaults: {},
  data: { problemId, reason: text },
});

const whileRectifying = (
  { id: problemId, dueOn, plan }: ReadonlyProblem,
  today: string,
): readonly Probe[] => {
  const present = dueOn ?? today;
  const next = addDays(present > today ? present : today, 1);
  const kept = (plan?.measures ?? []).map((measure) => ({
    id: measure.id,
    text: measure.text,
    dueOn: measure.dueOn,
    ...(measure.owner === null ? {} : { owner: measure.owner }),
  }));
  const { rootCause = text, target = text } = plan ?? {};
  return [
    {
      command: 'RequestExtension',
      defaults: { problemId },
      data: { problemId, reason: text, progress: text, dueOn: next },
    },
    {
      command: 'AmendPlan',
      defaults: { problemId, rootCause, target, measures: kept },
      data: {
        problemId,
        reason: text,
        rootCause,
        target,
        measures: [{ id: NEW_ID, text, dueOn: present }],
      },
    },
  ];
};
