import type { PersonId, RecordedActor } from '@rectify/domain';
import type { CampaignWorld } from './campaign-world';

interface Sides {
  readonly doers: Set<PersonId>;
  readonly leads: Set<PersonId>;
  readonly reviewers: Set<PersonId>;
  readonly checkers: Set<PersonId>;
  readonly acceptors: Set<PersonId>;
  /** Who accepted it before a reopening, and who did so once more after it. */
  readonly acceptedBefore: Set<PersonId>;
  readonly acceptedAgain: Set<PersonId>;
  readonly acceptedAsSecretary: Set<PersonId>;
  /** Who reviewed and accepted it without an order that merged the two. */
  readonly both: Set<PersonId>;
  readonly signers: Set<PersonId>;
  readonly examiners: Set<PersonId>;
  /** Who looked back on what they had judged before; whoever judges it after a reopening is none of them. */
  readonly judgedBefore: Set<PersonId>;
}

/**
 * The rule of separation read once more from the finished log alone, by natural person and over all rounds: applicant,
 * reviewer and acceptor are three persons; who checks on site did not work on it; who signs, or posts the notice before it, neither worked on it nor led it; a secretary who led accepts nothing;
 * what was reopened is accepted by somebody who never accepted it before;
 * who looks back had no part in it before and works on nothing of it after.
 */
export const separationBreaches = ({ campaign, log }: CampaignWorld): string[] => {
  const sides = new Map<string, Sides>();
  const of = (problemId: string): Sides => {
    const found = sides.get(problemId) ?? emptySides();
    sides.set(problemId, found);
    return found;
  };
  let isMerged = false;
  const judged = (problemId: string, by: PersonId): void => {
    const { reviewers, acceptors, both } = of(problemId);
    if (!isMerged && reviewers.has(by) && acceptors.has(by)) both.add(by);
  };
  for (const { event, actor } of log) {
    const by = personOf(actor);
    switch (event.type) {
      case 'ProblemIssued':
        if (event.data.owner) of(event.data.problemId).doers.add(event.data.owner);
        if (event.data.lead) of(event.data.problemId).leads.add(event.data.lead);
        break;
      case 'DutyAssigned':
        if (event.data.duty === 'owner') of(event.data.subject).doers.add(event.data.person);
        if (event.data.duty === 'lead') of(event.data.subject).leads.add(event.data.person);
        break;
      case 'ExtensionRequested':
      case 'PlanAmended':
      case 'ProblemAcknowledged':
      case 'PlanSubmitted':
      case 'ProgressReported':
      case 'MeasureFinished':
      case 'CompletionClaimed':
        of(event.data.problemId).doers.add(by);
        break;
      case 'ExtensionGranted':
      case 'PlanApproved':
        if (event.data.step === 0) of(event.data.problemId).leads.add(by);
        break;
      case 'ReviewPassed':
        of(event.data.problemId).reviewers.add(by);
        judged(event.data.problemId, by);
        break;
      case 'CheckRecorded':
        of(event.data.problemId).checkers.add(by);
        break;
      case 'CompletionAccepted': {
        const { acceptors, acceptedAsSecretary, acceptedBefore, acceptedAgain, leads } = of(
          event.data.problemId,
        );
        acceptors.add(by);
        judged(event.data.problemId, by);
        if (acceptedBefore.has(by)) acceptedAgain.add(by);
        // Another post may lead afterwards what it accepted as secretary; a secretary who has led may not accept.
        if (isSecretary(actor, campaign.unitId) && leads.has(by)) acceptedAsSecretary.add(by);
        break;
      }
      case 'ProblemReopened': {
        const { acceptors, acceptedBefore } = of(event.data.problemId);
        for (const acceptor of acceptors) acceptedBefore.add(acceptor);
        break;
      }
      case 'MergedReviewOrdered':
        isMerged = true;
        break;
      case 'VerdictRecorded': {
        const { reviewers, checkers, acceptors, signers, examiners, judgedBefore } = of(event.data.problemId);
        examiners.add(by);
        if ([reviewers, checkers, acceptors, signers].some((side) => side.has(by))) judgedBefore.add(by);
        break;
      }
      case 'PublicNoticePosted':
      case 'ObjectionRecorded':
      case 'ProblemClosed':
        of(event.data.problemId).signers.add(by);
        break;
      default:
    }
  }
  return [...sides].flatMap(([problemId, found]) =>
    breachesOf(found).map((breach) => `${breach} in ${problemId}`),
  );
};

const breachesOf = ({
  doers,
  leads,
  reviewers,
  checkers,
  acceptors,
  acceptedBefore,
  acceptedAgain,
  acceptedAsSecretary,
  both,
  signers,
  examiners,
  judgedBefore,
}: Sides): string[] => {
  const pairs: readonly (readonly [string, Set<PersonId>, Set<PersonId>])[] = [
    ['worked on it and reviewed it', doers, reviewers],
    ['worked on it and checked it', doers, checkers],
    ['worked on it and accepted it', doers, acceptors],
    ['reviewed it and accepted it', both, both],
    ['accepted it before it was reopened and again', acceptedBefore, acceptedAgain],
    ['worked on it and signed it', doers, signers],
    ['led it and signed it', leads, signers],
    ['led it and accepted it as secretary', leads, acceptedAsSecretary],
    ['worked on it and looked back on it', doers, examiners],
    ['led it and looked back on it', leads, examiners],
    ['judged it and looked back on it', judgedBefore, examiners],
  ];
  return pairs.flatMap(([what, one, other]) =>
    [...one].filter((person) => other.has(person)).map((person) => `${person} ${what}`),
  );
};

const emptySides = (): Sides => ({
  doers: new Set(),
  leads: new Set(),
  reviewers: new Set(),
  checkers: new Set(),
  acceptors: new Set(),
  acceptedBefore: new Set(),
  acceptedAgain: new Set(),
  acceptedAsSecretary: new Set(),
  both: new Set(),
  signers: new Set(),
  examiners: new Set(),
  judgedBefore: new Set(),
});

const personOf = (actor: RecordedActor): PersonId => (actor.kind === 'person' ? actor.personId : 'system');

const isSecretary = (actor: RecordedActor, unitId: string): boolean =>
  actor.kind === 'person' && actor.post === 'secretary' && actor.unitId === unitId;
