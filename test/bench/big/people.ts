import {
  addDays,
  civilDateOf,
  duties,
  obligations,
  resolveHolder,
  type CampaignCommand,
  type Holder,
  type Obligation,
  type PersonId,
  type ReadonlyProblem,
} from '@rectify/domain';
import type { Seen } from '../../../libs/testing/drive-campaign';
import { personIds } from '../../../libs/testing/organisation-commands';
import { discharge } from '../../../libs/testing/walk-campaign';

/** What somebody sends. */
export interface Sending {
  readonly person: PersonId;
  readonly command: CampaignCommand;
}

/** One thing that people do with a problem, on the campaign as it stands; null where it cannot be done now. */
type Act = (seen: Seen, problem: ReadonlyProblem) => Sending | null;

const whoHolds = ({ campaign, directory }: Seen, holder: Holder): PersonId | undefined => {
  const { people, how } = resolveHolder(holder, directory, campaign.unitId);
  return how === 'holder' ? people[0]?.personId : undefined;
};

const owned = (seen: Seen, { id }: ReadonlyProblem, kind: Obligation['kind']): Obligation | undefined =>
  obligations(seen.campaign).find((owed) => owed.kind === kind && owed.subject.problemId === id);

/** Who owes it does it, in the way that a person would, or another way. */
const doing =
  (
    kind: Obligation['kind'],
    instead?: (owed: Obligation, problem: ReadonlyProblem) => CampaignCommand,
  ): Act =>
  (seen, problem) => {
    const owed = owned(seen, problem, kind);
    const person = owed && whoHolds(seen, owed.holder);
    return owed && person ? { person, command: instead?.(owed, problem) ?? discharge(owed) } : null;
  };

/** Something of the owner's that nobody owes. */
const owning =
  (command: (problem: ReadonlyProblem, seen: Seen) => CampaignCommand | null): Act =>
  (seen, problem) => {
    const person = whoHolds(seen, duties.owner(seen.campaign, problem));
    const wanted = command(problem, seen);
    return person && wanted ? { person, command: wanted } : null;
  };

const bySecretary =
  (command: (problem: ReadonlyProblem, seen: Seen) => CampaignCommand | null): Act =>
  (seen, problem) => {
    const wanted = command(problem, seen);
    return wanted && { person: personIds.secretary, command: wanted };
  };

const decisionOf = ({ action }: Obligation) => action.defaults as { problemId: string; basisHash: string };

const progress = owning(({ id: problemId, plan }) => {
  const measure = plan?.measures.find(({ finished }) => finished === null);
  const text = '已召开专题会议，修订议事规则，责任到人';
  return measure ? { type: 'ReportProgress', data: { problemId, measureId: measure.id, text } } : null;
});

/** Asked before the due day only, as the plan wants it. */
const extension = owning(({ id: problemId, dueOn, status, extension: asked }, { now }) => {
  if (status !== 'rectifying' || asked || dueOn === null || civilDateOf(now) >= dueOn) return null;
  const more = { reason: '等待上级制度出台', progress: '已完成初稿' };
  return { type: 'RequestExtension', data: { problemId, ...more, dueOn: addDays(dueOn, 5) } };
});

const amendment = owning(({ id: problemId, plan, status, amendment: proposed }) => {
  const isUnderWay = status === 'rectifying' || status === 'sustained';
  if (!plan || !isUnderWay || proposed) return null;
  const { rootCause, target } = plan;
  const measures = plan.measures.map(({ id, text, owner, dueOn, finished }) => ({
    ...{ id, dueOn, text: finished ? text : `${text}（修订）` },
    ...(owner === null ? {} : { owner }),
  }));
  return { type: 'AmendPlan', data: { problemId, reason: '分工调整', rootCause, target, measures } };
});

const reassignment: Act = (seen, problem) => {
  if (problem.closed || problem.terminated) return null;
  const holder = duties.reviewer(seen.campaign, problem);
  const person = [personIds.deputy, personIds.discipline, personIds.publicity, personIds.member].find(
    (each) => each !== holder.person && whoHolds(seen, { ...holder, person: each }) === each,
  );
  const data = { duty: 'reviewer' as const, subject: problem.id, reason: '分工' };
  return person
    ? { person: personIds.secretary, command: { type: 'AssignDuty', data: { ...data, person } } }
    : null;
};

const claim = doing('claimCompletion');
const withdrawal = owning(({ id: problemId, claim: claimed }) =>
  claimed ? { type: 'WithdrawClaim', data: { problemId, reason: '补充材料' } } : null,
);
const giveBack = doing('reviewCompletion', (owed) => ({
  type: 'ReturnClaim',
  data: { ...decisionOf(owed), missing: '缺少会议记录' },
}));
const refusal = doing('decideExtension', (owed) => ({
  type: 'RefuseExtension',
  data: { ...decisionOf(owed), reason: '时间充足' },
}));
const planReturn = doing('decidePlan', (owed) => ({
  type: 'ReturnPlan',
  data: { ...decisionOf(owed), missing: '措施过于笼统' },
}));
const grant = doing('decideExtension');
const approval = doing('decidePlan');
const finishing = doing('finishMeasure');
const reopening = bySecretary(({ id: problemId, closed }) =>
  closed ? { type: 'ReopenProblem', data: { problemId, reason: '检查发现反弹' } } : null,
);
const termination = bySecretary(({ id: problemId, closed }) =>
  closed ? null : { type: 'TerminateProblem', data: { problemId, reason: '并入上级统一整改' } },
);
const ruleMade = bySecretary(({ id: problemId, code }, { campaign, now }) =>
  campaign.rulesMade.length < 200
    ? {
        type: 'RegisterRuleMade',
        data: {
          ...{ number: `制〔2026〕${code}`, title: '议事规则', effectiveOn: civilDateOf(now), problemId },
        },
      }
    : null,
);
const ruleRetired = bySecretary(({ code }, { campaign }) => {
  const number = `制〔2026〕${code}`;
  const rule = campaign.rulesMade.find((each) => each.number === number);
  return rule && !rule.retired ? { type: 'RetireRuleMade', data: { number, reason: '被新规则代替' } } : null;
});

/** Moves what everybody works in: the end of the last stage by a day, and a limit of decisions. */
const redating = bySecretary((_, { campaign }) => {
  const stage = campaign.stages.find(({ kind }) => kind === 'signOff');
  if (!stage) return null;
  const { startOn, endOn } = stage;
  const stages = [{ stage: 'signOff' as const, startOn, endOn: addDays(endOn, 1) }];
  return { type: 'RedateStages', data: { stages, reason: '上级通知顺延' } };
});
const replanning = bySecretary((_, { campaign }) => {
  const known = campaign.plan.handlingLimits.reviewCompletion;
  const n = typeof known === 'object' && known.n === 5 ? 6 : 5;
  const limit = { n, unit: 'workingDay' as const };
  return {
    type: 'ReplanCampaign',
    data: { limits: [{ kind: 'reviewCompletion', limit }], reason: '统一审核时限' },
  };
});

/** What becomes of one problem: everything that people may send in this stage, in an order that the rules allow. */
const wholeLife: readonly Act[] = [
  ...[progress, extension, grant, grant, progress, reassignment, amendment, approval, approval, progress],
  ...[extension, refusal, amendment, planReturn, finishing, progress, finishing, finishing],
  ...[claim, withdrawal, claim, giveBack, claim, doing('reviewCompletion'), doing('acceptCompletion')],
  ...[doing('signOffProblem'), ruleMade, reopening, progress, claim, doing('reviewCompletion'), ruleRetired],
];
/** One at the end of each problem's life; what moves the plan is one person's, for two at once would cross each other. */
const planner: readonly Act[] = [redating, replanning];
const seldom: readonly Act[] = [termination, progress];

/** Of so many acts one is the progress of a problem that is not the one at hand: most of what people send. */
const ASIDE_OF = 3;

/**
 * One client: takes its problems one after the other through their whole lives, and meanwhile reports progress on the
 * others. Answers what to send on the campaign as it stands; null once every life is through.
 */
export const createPerson = (
  problemIds: readonly string[],
  isPlanner: boolean,
): ((seen: Seen) => Sending | null) => {
  let [at, step, turn] = [0, 0, 0];
  const aside = (seen: Seen): Sending | null => {
    for (let n = 0; n < problemIds.length; n += 1) {
      const problem = seen.campaign.problems[problemIds[(turn + n) % problemIds.length] ?? ''];
      const sending = problem && progress(seen, problem);
      if (sending) return sending;
    }
    return null;
  };
  return (seen) => {
    turn += 1;
    if (turn % ASIDE_OF === 0) {
      const sending = aside(seen);
      if (sending) return sending;
    }
    while (at < problemIds.length) {
      const problem = seen.campaign.problems[problemIds[at] ?? ''];
      const act = step < wholeLife.length ? wholeLife[step] : (isPlanner ? planner : seldom)[at % 2];
      step += 1;
      if (step > wholeLife.length) [at, step] = [at + 1, 0];
      const sending = problem && act?.(seen, problem);
      if (sending) return sending;
    }
    return null;
  };
};
