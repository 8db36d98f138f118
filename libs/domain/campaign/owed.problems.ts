import type { Action, Holder, ObligationKind, Subject } from '../obligation/obligation';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { proposedDueOn } from './due-on';
import * as duties from './duties';
import { act, owe, type Owed } from './owe';
import { isListSettled } from './stages';

/** What one problem's status makes somebody owe. */
export const owedForProblem = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const { id: problemId, planRound, claimRound, plan, claim } = problem;
  const subject: Subject = { type: 'problem', id: problemId, problemId };
  const one = (
    kind: ObligationKind,
    holder: Holder,
    round: number,
    action: Action,
    alternatives: Action[] = [],
  ): Owed[] => [owe(campaign, kind, subject, { round, holder, action, alternatives })];
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
      return isListSettled(campaign)
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
        owe(
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
    case 'handedOver':
    case 'closed':
      return [];
  }
};

const rectifying = (campaign: Campaign, problem: ReadonlyProblem, round: number): Owed[] => {
  const { id: problemId } = problem;
  const owner = duties.owner(campaign, problem);
  const open = (problem.plan?.measures ?? [])
    .filter(({ finished }) => finished === null)
    .map((measure) => {
      const defaults = { problemId, measureId: measure.id };
      return owe(
        campaign,
        'finishMeasure',
        { type: 'measure', id: measure.id, problemId },
        {
          round: 1,
          holder: duties.measureOwner(campaign, problem, measure, owner),
          own: measure.dueOn,
          action: act('FinishMeasure', defaults),
          alternatives: [act('ReportProgress', defaults)],
        },
      );
    });
  // The claim is owed by the problem's date all along; it can be made once every measure is finished.
  const claim = owe(
    campaign,
    'claimCompletion',
    { type: 'problem', id: problemId, problemId },
    { round, holder: owner, own: problem.dueOn, action: act('ClaimCompletion', { problemId }) },
  );
  return [...open, claim];
};
