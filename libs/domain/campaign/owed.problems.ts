import type { Action, Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { proposedDueOn } from './due-on';
import * as duties from './duties';
import { act, owe, type Owed } from './owe';
import { isListSettled } from './stages';
import { owedForClosing } from './owed.closing';
import { owedForVerdict } from './owed.look-back';
import { owedForExtension, owedForPlan, owedForReview } from './owed.rectification';

/** What one problem's status makes somebody owe. */
export const owedForProblem = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, planRound, claimRound } = problem;
  const subject: Subject = { type: 'problem', id: problemId, problemId };
  const one = (kind: ObligationKind, holder: Holder, round: number, action: Action): Owed[] => [
    owe(campaign, kind, subject, { round, holder, action }),
  ];
  switch (problem.status) {
    case 'reported':
      return one(
        'triageProblem',
        duties.triager(campaign, problem),
        1,
        act('TriageProblem', { problemId, decision: 'include' }),
      );
    case 'included':
      return isListSettled(campaign) && !problem.awaitsVote
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
      const holder = duties.owner(campaign, problem);
      const action = act('SubmitPlan', defaults);
      return [
        owe(campaign, 'submitPlan', subject, {
          round: planRound,
          holder,
          until: problem.planDueOn,
          action,
        }),
      ];
    }
    case 'planSubmitted':
      return owedForPlan(campaign, problem);
    case 'rectifying':
      return rectifying(campaign, problem, claimRound);
    case 'claimed':
    case 'reviewed':
    case 'accepted':
    case 'noticed':
      return owedForClosing(campaign, problem);
    case 'sustained':
      return [
        ...owedForMeasures(campaign, problem),
        ...owedForReview(campaign, problem),
        ...amended(campaign, problem),
      ];
    case 'closed':
      return owedForVerdict(campaign, problem);
    case 'excluded':
    case 'handedOver':
    case 'merged':
    case 'split':
    case 'terminated':
      return [];
  }
};

const rectifying = (campaign: Campaign, problem: ReadonlyProblem, round: number): Owed[] => {
  const { id: problemId } = problem;
  // The claim is owed by the problem's date all along; it can be made once every measure is finished.
  const claim = owe(
    campaign,
    'claimCompletion',
    { type: 'problem', id: problemId, problemId },
    {
      round,
      holder: duties.owner(campaign, problem),
      own: problem.dueOn,
      action: act('ClaimCompletion', { problemId }),
    },
  );
  return [
    ...owedForMeasures(campaign, problem),
    // What is to be kept up is never claimed as done.
    ...(problem.fixType === 'sustained' ? [] : [claim]),
    ...owedForExtension(campaign, problem),
    ...amended(campaign, problem),
  ];
};

const amended = (campaign: Campaign, problem: ReadonlyProblem): Owed[] =>
  problem.amendment ? owedForPlan(campaign, problem) : [];

const owedForMeasures = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, measureRound: round } = problem;
  const owner = duties.owner(campaign, problem);
  return (problem.plan?.measures ?? [])
    .filter(({ finished }) => finished === null)
    .map((measure) => {
      const defaults = { problemId, measureId: measure.id };
      return owe(
        campaign,
        'finishMeasure',
        { type: 'measure', id: measure.id, problemId },
        {
          round,
          holder: duties.measureOwner(campaign, problem, measure, owner),
          own: measure.dueOn,
          action: act('FinishMeasure', defaults),
          alternatives: [act('ReportProgress', defaults)],
        },
      );
    });
};
