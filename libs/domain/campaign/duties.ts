import type { PersonId } from '../kernel/kernel';
import type { DutyKind, Holder } from '../obligation/obligation';
import type { PostRef } from '../template/template.definition';
import { PLEDGE } from '../template/activity.kinds';
import { activityOf, askedOnce, isPledgeAsked, ownersOfKind } from './activities';
import {
  assignmentKey,
  problemOf,
  problemOfMeasure,
  type Campaign,
  type ReadonlyProblem,
} from './campaign.state';

/**
 * Separation of duties over the history by natural person: who applies neither reviews nor accepts nor signs; who
 * reviewed does not accept; a secretary who led a problem neither accepts nor signs it (domain.md §4.1, rulings §2).
 * Lists of people are copied: a whole fold goes on mutating the state that a holder was read from.
 */
const holder = (
  campaign: Campaign,
  kind: DutyKind,
  subject: string,
  posts: readonly PostRef[],
  apart: Partial<Pick<Holder, 'not' | 'apartFrom' | 'asSecretaryNot'>> = {},
): Holder => ({
  duty: { kind, subject },
  person: campaign.assigned[assignmentKey(kind, subject)] ?? null,
  posts,
  not: [],
  apartFrom: [],
  ...apart,
});

const aspectOf = (campaign: Campaign, code: string) =>
  campaign.plan.aspects.find((aspect) => aspect.code === code);

/** Acts that belong to the secretary's post itself. */
export const secretary = (): Holder => ({
  duty: null,
  person: null,
  posts: ['secretary'],
  not: [],
  apartFrom: [],
});

/** Acts of the unit above over this one: never of somebody who is secretary here as well. */
export const unitAbove = (): Holder => ({
  duty: null,
  person: null,
  posts: ['secretary@parent', 'supervisor@parent'],
  not: [],
  apartFrom: [secretary()],
});

/** Who answers an aspect's ordinary items: the aspect's owner. Its clue items are the secretary's. */
export const answerer = (campaign: Campaign, aspect: string, clue: boolean): Holder =>
  clue ? secretary() : holder(campaign, 'aspectOwner', aspect, list(aspectOf(campaign, aspect)?.owner));

export const triager = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'triager', problem.id, campaign.plan.duties.triager, {
    not: [problem.reported.by, ...(problem.reported.onBehalfOf ? [problem.reported.onBehalfOf] : [])],
  });

/** Who carries it out: nobody who ever passed its review, checked, accepted, signed or looked back on it, for that would be judging one's own work. */
export const owner = (campaign: Campaign, problem: ReadonlyProblem): Holder => {
  const { assigned } = campaign;
  return {
    duty: { kind: 'owner', subject: problem.id },
    // The aspect's assigned owner also owns its problems, until the issuing names somebody else.
    person:
      assigned[assignmentKey('owner', problem.id)] ??
      assigned[assignmentKey('aspectOwner', problem.aspect)] ??
      null,
    posts: list(aspectOf(campaign, problem.aspect)?.owner),
    not: [
      ...problem.reviewers,
      ...problem.checkers,
      ...problem.acceptors,
      ...problem.signers,
      ...problem.examiners,
    ],
    apartFrom: [],
  };
};

/** A measure's owner: who was assigned to it, else the person its plan names, else the problem's. */
export const measureOwner = (
  campaign: Campaign,
  problem: ReadonlyProblem,
  { id, owner: named }: { readonly id: string; readonly owner: PersonId | null },
  own: Holder = owner(campaign, problem),
): Holder => {
  const person = campaign.assigned[assignmentKey('owner', id)] ?? named;
  return person === null ? own : { ...own, duty: { kind: 'owner', subject: id }, person };
};

export const lead = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(
    campaign,
    'lead',
    problem.id,
    [...list(aspectOf(campaign, problem.aspect)?.lead), ...campaign.plan.duties.lead],
    {
      not: [...problem.doers, ...problem.signers, ...problem.examiners],
      apartFrom: [owner(campaign, problem)],
      asSecretaryNot: { people: [...problem.acceptors], holders: [] },
    },
  );

/** Who decides a step of a plan's chain: somebody else than who proposes it. */
export const planStep = (campaign: Campaign, problem: ReadonlyProblem, step: number): Holder => {
  const planned = campaign.plan.planChain[step];
  if (!planned || 'duty' in planned) return lead(campaign, problem);
  return {
    duty: null,
    person: null,
    posts: [...planned.post, 'secretary@parent'],
    not: [...problem.doers],
    apartFrom: [owner(campaign, problem)],
  };
};

export const reviewer = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'reviewer', problem.id, campaign.plan.duties.reviewer, {
    not: [...problem.doers, ...(campaign.mergedReview ? [] : problem.acceptors)],
    apartFrom: [owner(campaign, problem)],
  });

/** Who looks on site whether what is claimed is so: whoever may review, but nobody who worked on it. */
export const checker = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'checker', problem.id, campaign.plan.duties.reviewer, {
    not: [...problem.doers],
    apartFrom: [owner(campaign, problem)],
  });

/** The secretary's decision on one problem; the upper unit's where the secretary owns it or worked on it. */
export const secretaryApart = (campaign: Campaign, problem: ReadonlyProblem): Holder => ({
  duty: null,
  person: null,
  posts: ['secretary', 'secretary@parent'],
  not: [...problem.doers],
  apartFrom: [owner(campaign, problem)],
});

export const acceptor = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'acceptor', problem.id, campaign.plan.duties.acceptor, {
    not: [...problem.doers, ...(campaign.mergedReview ? [] : problem.reviewers), ...problem.acceptedBefore],
    // Before the review the reviewer-to-be is kept apart; after it the person who reviewed is.
    apartFrom:
      problem.reviewed || campaign.mergedReview
        ? [owner(campaign, problem)]
        : [owner(campaign, problem), reviewer(campaign, problem)],
    asSecretaryNot: { people: [...problem.leads], holders: [lead(campaign, problem)] },
  });

export const signer = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'signer', problem.id, campaign.plan.duties.signer, {
    not: [...problem.doers, ...problem.leads],
    apartFrom: [owner(campaign, problem), lead(campaign, problem)],
  });

/** Who looks back where a plan of before does not say: the committee, then the unit above. */
const usualExaminers: readonly PostRef[] = [
  'disciplineMember',
  'organisationMember',
  'publicityMember',
  'deputySecretary',
  'supervisor@parent',
  'secretary@parent',
];

const examiners = ({ plan }: Campaign): readonly PostRef[] => plan.duties.examiner ?? usualExaminers;

/** What `examiner` is about where it is no single problem: the draw. */
export const LOOK_BACK = 'lookBack';

/** Who draws the sample. Nothing is left to choose, so nobody is kept apart. */
export const sampler = (campaign: Campaign): Holder =>
  holder(campaign, 'examiner', LOOK_BACK, examiners(campaign));

/**
 * Who looks back on a problem: nobody who ever owned it, worked on it, led, reviewed, checked, accepted or signed it, for
 * they would judge whether their own part lasted.
 */
export const examiner = (campaign: Campaign, problem: ReadonlyProblem): Holder =>
  holder(campaign, 'examiner', problem.id, examiners(campaign), {
    not: [
      ...problem.doers,
      ...problem.leads,
      ...problem.reviewers,
      ...problem.checkers,
      ...problem.acceptors,
      ...problem.signers,
    ],
    apartFrom: [owner(campaign, problem), lead(campaign, problem)],
  });

/** Who plans and holds an activity, or drafts the pledge. */
export const activityOwner = (campaign: Campaign, kind: string, id: string): Holder =>
  holder(campaign, 'activityOwner', id, ownersOfKind(campaign, kind));

/** Who holds a pledge against what was done: never the one who pledged. */
export const pledgeComparer = (person: PersonId): Holder => ({
  duty: null,
  person: null,
  posts: ['secretary', 'secretary@parent'],
  not: [person],
  apartFrom: [],
});

const list = (ref: PostRef | undefined): PostRef[] => (ref === undefined ? [] : [ref]);

/** The holder of an assignable duty, by its name; null where the subject does not exist. A measure's owner is one too. */
export const holderOfDuty = (campaign: Campaign, kind: DutyKind, subject: string): Holder | null => {
  if (kind === 'aspectOwner') return aspectOf(campaign, subject) ? answerer(campaign, subject, false) : null;
  if (kind === 'activityOwner') return holderOfActivity(campaign, subject);
  if (kind === 'examiner') return holderOfLookBack(campaign, subject);
  const problem = problemOf(campaign, subject);
  if (problem) return { triager, owner, lead, reviewer, checker, acceptor, signer }[kind](campaign, problem);
  return kind === 'owner' ? holderOfMeasure(campaign, subject) : null;
};

const holderOfLookBack = (campaign: Campaign, subject: string): Holder | null => {
  if (!campaign.stages.some(({ kind }) => kind === 'lookBack')) return null;
  if (subject === LOOK_BACK) return sampler(campaign);
  const problem = problemOf(campaign, subject);
  return problem ? examiner(campaign, problem) : null;
};

const holderOfActivity = (campaign: Campaign, id: string): Holder | null => {
  if (id === PLEDGE) return isPledgeAsked(campaign) ? activityOwner(campaign, PLEDGE, id) : null;
  const known = activityOf(campaign, id) ?? askedOnce(campaign).find((asked) => asked.id === id);
  return known ? activityOwner(campaign, known.kind, id) : null;
};

const holderOfMeasure = (campaign: Campaign, measureId: string): Holder | null => {
  const problem = problemOfMeasure(campaign, measureId);
  const measure = problem?.plan?.measures.find(({ id }) => id === measureId);
  return problem && measure ? measureOwner(campaign, problem, measure) : null;
};
