import { addDays } from '../calendar/civil-date';
import type { CivilDate, Json } from '../kernel/kernel';
import type { Action, Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { Duration } from '../template/template.definition';
import { basisHash, problemListBasis, screeningBasis, stageBasis } from './basis';
import type { StageInUse } from './campaign.events';
import type { PlannedAspect } from './campaign.plan';
import { includedProblems, type Campaign, type ReadonlyProblem } from './campaign.state';
import * as duties from './duties';
import {
  currentStage,
  isExitMet,
  isNilReturn,
  isScreened,
  nextStep,
  opensOn,
  stageOf,
  stepHolder,
  chainLength,
} from './stages';

/** An obligation before it is dated: who owes what, from when at the earliest, and within which limit. */
export interface Owed {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly holder: Holder;
  readonly subject: Subject;
  /** The earliest day it can arise; a stage's opening may lie ahead. */
  readonly from: CivilDate;
  /** A fixed due day, or a duration counted from the day it arose. */
  readonly limit: CivilDate | Duration;
  readonly action: Action;
  readonly alternatives: readonly Action[];
}

/** Everything that is owed in this state. Structure only; dates come from what was dated when it arose. */
export const owedBy = (campaign: Campaign): readonly Owed[] => {
  if (campaign.status !== 'open') return [];
  return [
    ...screening(campaign),
    ...problemList(campaign),
    ...campaign.order.flatMap((id) => {
      const problem = campaign.problems[id];
      return problem ? ofProblem(campaign, problem) : [];
    }),
    ...chains(campaign),
  ];
};

const owed = (
  campaign: Campaign,
  kind: ObligationKind,
  subject: Subject,
  more: {
    round: number;
    holder: Holder;
    from?: CivilDate | null;
    on?: CivilDate;
    action: Action;
    alternatives?: readonly Action[];
  },
): Owed => {
  const limit = more.on ?? campaign.plan.handlingLimits[kind];
  if (limit === undefined || limit === 'stageEnd' || limit === 'measure.dueOn' || limit === 'problem.dueOn') {
    throw new Error(`the plan gives no limit for ${kind}`);
  }
  return {
    key: `${kind}:${subject.id}:${more.round}`,
    kind,
    holder: more.holder,
    subject,
    from: more.from ?? campaign.launchedOn,
    limit,
    action: more.action,
    alternatives: more.alternatives ?? [],
  };
};

const act = (command: string, defaults: Record<string, Json> = {}): Action => ({ command, defaults });

const screening = (campaign: Campaign): Owed[] => {
  const stage = stageOf(campaign, 'screening');
  if (stage.closed || campaign.screening) return [];
  const answers = campaign.plan.aspects.flatMap((aspect) =>
    [false, true].flatMap((clue) => answerCheckItems(campaign, aspect, clue, stage.round, stage.endOn)),
  );
  if (!isScreened(campaign)) return answers;
  const basis = basisHash(screeningBasis(campaign));
  const command = isNilReturn(campaign) ? 'SignNilReturn' : 'ConfirmScreening';
  return [
    owed(
      campaign,
      'confirmScreening',
      { type: 'stage', id: 'screening' },
      {
        round: stage.round,
        holder: duties.secretary(),
        from: opensOn(campaign, 'screening'),
        on: stage.endOn,
        action: act(command, { basisHash: basis }),
      },
    ),
  ];
};

const answerCheckItems = (
  campaign: Campaign,
  aspect: PlannedAspect,
  clue: boolean,
  round: number,
  endOn: CivilDate,
): Owed[] => {
  const open = aspect.items.filter(
    (item) => item.clue === clue && ['toCheck', undefined].includes(campaign.answers[item.code]?.answer),
  );
  if (open.length === 0) return [];
  return [
    owed(
      campaign,
      'answerCheckItem',
      { type: 'aspect', id: clue ? `${aspect.code}-clue` : aspect.code },
      {
        round,
        holder: duties.answerer(campaign, aspect.code, clue),
        from: opensOn(campaign, 'screening'),
        on: endOn,
        action: act('AnswerCheckItems', { answers: open.map(({ code }) => ({ item: code })) }),
      },
    ),
  ];
};

const problemList = (campaign: Campaign): Owed[] => {
  const from = opensOn(campaign, 'problemList');
  const stage = stageOf(campaign, 'problemList');
  if (from === null || stage.closed || campaign.listed) return [];
  return [
    owed(
      campaign,
      'confirmProblemList',
      { type: 'stage', id: 'problemList' },
      {
        round: stage.round,
        holder: duties.secretary(),
        from,
        action: act('ConfirmProblemList', { basisHash: basisHash(problemListBasis(campaign)) }),
      },
    ),
  ];
};

const ofProblem = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, planRound, claimRound, plan, claim } = problem;
  const subject: Subject = { type: 'problem', id: problemId, problemId };
  const one = (
    kind: ObligationKind,
    holder: Holder,
    round: number,
    action: Action,
    alternatives: Action[] = [],
  ): Owed[] => [owed(campaign, kind, subject, { round, holder, action, alternatives })];
  const judge = { problemId, basisHash: claim?.hash ?? '' };
  const giveBack = act('ReturnClaim', judge);
  switch (problem.status) {
    case 'reported':
      return one(
        'triageProblem',
        duties.triager(campaign, problem),
        1,
        act('TriageProblem', { problemId, decision: 'include' }),
      );
    case 'included':
      return campaign.listed
        ? one(
            'issueProblem',
            duties.secretary(),
            1,
            act('IssueProblem', { problemId, fixType: 'timeLimited' }),
          )
        : [];
    case 'issued':
      return one(
        'acknowledgeProblem',
        duties.owner(campaign, problem),
        1,
        act('AcknowledgeProblem', { problemId }),
      );
    case 'acknowledged': {
      const defaults = { problemId, dueOn: problem.dueOn ?? proposedDueOn(campaign, problem) };
      return one('submitPlan', duties.owner(campaign, problem), planRound, act('SubmitPlan', defaults));
    }
    case 'planSubmitted': {
      const step = plan?.approvals.length ?? 0;
      const defaults = { problemId, basisHash: plan?.hash ?? '' };
      return [
        owed(
          campaign,
          'decidePlan',
          { ...subject, id: `${problemId}#${step}` },
          {
            round: planRound,
            holder: duties.planStep(campaign, problem, step),
            action: act('ApprovePlan', defaults),
            alternatives: [act('ReturnPlan', defaults)],
          },
        ),
      ];
    }
    case 'rectifying':
      return rectifying(campaign, problem, claimRound);
    case 'claimed':
      return one(
        'reviewCompletion',
        duties.reviewer(campaign, problem),
        claimRound,
        act('PassReview', judge),
        [giveBack],
      );
    case 'reviewed':
      return one(
        'acceptCompletion',
        duties.acceptor(campaign, problem),
        claimRound,
        act('AcceptCompletion', judge),
        [giveBack],
      );
    case 'accepted':
      return one(
        'signOffProblem',
        duties.signer(campaign, problem),
        claimRound,
        act('SignOffProblem', judge),
        [giveBack],
      );
    case 'excluded':
    case 'closed':
      return [];
  }
};

const rectifying = (campaign: Campaign, problem: ReadonlyProblem, round: number): Owed[] => {
  const { id: problemId } = problem;
  const measures = problem.plan?.measures ?? [];
  const open = measures
    .filter(({ finished }) => finished === null)
    .map((measure) => {
      const defaults = { problemId, measureId: measure.id };
      return owed(
        campaign,
        'finishMeasure',
        { type: 'measure', id: measure.id, problemId },
        {
          round: 1,
          holder: duties.measureOwner(campaign, problem, measure.owner),
          on: measure.dueOn,
          action: act('FinishMeasure', defaults),
          alternatives: [act('ReportProgress', defaults)],
        },
      );
    });
  // The claim is owed by the problem's date all along; it can be made once every measure is finished.
  const claim = owed(
    campaign,
    'claimCompletion',
    { type: 'problem', id: problemId, problemId },
    {
      round,
      holder: duties.owner(campaign, problem),
      on: problem.dueOn ?? campaign.launchedOn,
      action: act('ClaimCompletion', { problemId }),
    },
  );
  return [...open, claim];
};

/** The chains of stages: owed step by step once a stage is open and its exit rule is met. */
const chains = (campaign: Campaign): Owed[] => {
  const current = currentStage(campaign);
  if (!current) return [];
  const kind: StageInUse = current.kind;
  const from = opensOn(campaign, kind);
  if (from === null || !isExitMet(campaign, kind)) return [];
  const hash = basisHash(stageBasis(campaign, kind));
  const step = nextStep(current, hash);
  const holder = stepHolder(campaign, kind, step);
  const stage = { stage: kind, basisHash: hash };
  const alternatives = [act('ReturnStage', stage)];
  const isSignOff = kind === 'signOff' && step === chainLength(campaign, kind) - 1;
  if (isSignOff) {
    return [
      owed(
        campaign,
        'signOffCampaign',
        { type: 'campaign', id: campaign.id },
        {
          round: current.round,
          holder,
          from,
          on: current.endOn,
          action: act('SignOffCampaign', { basisHash: hash }),
          alternatives,
        },
      ),
    ];
  }
  return [
    owed(
      campaign,
      'approveStage',
      { type: 'stage', id: `${kind}#${step}` },
      {
        round: current.round,
        holder,
        from,
        action: act('ApproveStage', stage),
        alternatives,
      },
    ),
  ];
};

/** What the plan proposes for a time-limited problem: the default length from issue, within the stage. */
const proposedDueOn = (campaign: Campaign, problem: ReadonlyProblem): CivilDate => {
  const { default: length } = campaign.plan.fixTypes.timeLimited;
  const end = stageOf(campaign, 'deadlines').endOn;
  const issued = problem.issuedOn ?? campaign.launchedOn;
  const day = length.unit === 'calendarDay' ? addDays(issued, length.n) : end;
  return day < end ? day : end;
};

/** Whether anything of the campaign is still listed as included but not closed. */
export const openProblems = (campaign: Campaign): number =>
  includedProblems(campaign).filter(({ status }) => status !== 'closed').length;
