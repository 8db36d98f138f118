import type { ActedAs, CivilDate, DeepReadonly, Id, PersonId, UnitId } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { DutyKind } from '../obligation/obligation';
import type {
  Answer,
  FixType,
  PlannedMeasure,
  Seat,
  SourceCount,
  StageEnd,
  StageInUse,
} from './campaign.events';
import type { ActivityState } from './activity.state';
import type { LetterState } from './letter.state';
import type { LinkState } from './link.state';
import type { CampaignPlan } from './campaign.plan';
import type { Drawers } from './dating';
import type { LookBackState } from './look-back';
import type { VoteClass } from './quorum';
import type { Rectification } from './rectification.state';

/** A problem's own life; it may run ahead of the campaign's stage. `closed` is terminal. */
export type ProblemStatus =
  | 'reported'
  | 'excluded'
  | 'handedOver'
  | 'included'
  | 'merged'
  | 'split'
  | 'issued'
  | 'acknowledged'
  | 'planSubmitted'
  | 'rectifying'
  | 'claimed'
  | 'reviewed'
  | 'accepted'
  | 'noticed'
  | 'sustained'
  | 'closed'
  | 'terminated';

export interface Deed {
  by: PersonId;
  as: ActedAs | null;
  on: CivilDate;
}

export interface Measure extends PlannedMeasure {
  finished: { on: CivilDate; result: string } | null;
  progress: number;
}

export interface Problem extends Rectification {
  id: Id;
  item: string;
  aspect: string;
  title: string;
  detail: string;
  textHash: string;
  /** The sealed text of a report that waits for its triage; title and detail are empty then. */
  sealed: string | null;
  status: ProblemStatus;
  reported: { by: PersonId; on: CivilDate; onBehalfOf?: PersonId };
  triage: { reason: string; by: PersonId; on: CivilDate } | null;
  /** The permanent number, given at inclusion, never reused. */
  number: number | null;
  code: string | null;
  /** Where it went by a merging or a split; it keeps its number and text and is put right there. */
  goneInto: (Deed & { problems: Id[]; reason: string }) | null;
  /** It came to a list that was settled already: a supplementary vote has to confirm it. */
  awaitsVote: boolean;
  /** The problem that it was split from. */
  partOf: Id | null;
  fixType: FixType | null;
  issuedOn: CivilDate | null;
  dueOn: CivilDate | null;
  plan: {
    rootCause: string;
    target: string;
    measures: Measure[];
    dueOn: CivilDate;
    hash: string;
    by: PersonId;
    approvals: (Deed & { step: number })[];
  } | null;
  /** Counts returned plans and returned or withdrawn claims; a round is part of the obligations' keys. */
  planRound: number;
  claimRound: number;
  claim: { result: string; hash: string; by: PersonId; on: CivilDate } | null;
  /** What was missing, by the last return; shown until the next submission. */
  missing: string | null;
  /** How many words were said about it: bounded as everything is. */
  comments: number;
  reviewed: Deed | null;
  accepted: Deed | null;
  closed: { on: CivilDate; late: boolean } | null;
  /** Everybody who ever owned it by name, worked on it or submitted something for it; none of them judges it. */
  doers: PersonId[];
  /** Everybody whose review or acceptance ever passed it, in any round: neither does the other's part, nor owns it. */
  reviewers: PersonId[];
  acceptors: PersonId[];
  /** Everybody who led it or approved its plan as lead. */
  leads: PersonId[];
}

export interface Stage {
  kind: StageInUse;
  startOn: CivilDate;
  endOn: CivilDate;
  provisional: boolean;
  /** The calendar version that the window rests on. */
  calendarVersion: number;
  /** Re-dated by a secretary: no calendar moves it. */
  byHand: boolean;
  announcedOn: CivilDate | null;
  closed: { on: CivilDate; how: StageEnd; reason?: string } | null;
  /** Counts returns of the stage, and for `deadlines` claims taken back: each makes the approval a new question. */
  round: number;
  /** The running chain: each approval of one and the same basis. */
  approvals: (Deed & { step: number; basisHash: string })[];
}

/** The vote that runs on the problem list, or the meeting's that waits for its second member. */
export interface Vote {
  how: 'cast' | 'meeting';
  basisHash: string;
  /** Everybody who is eligible, fixed when it was asked. */
  seats: Seat[];
  ballots: { seat: number; by: PersonId; vote: VoteClass }[];
  minutes: string | null;
  recordedBy: PersonId | null;
}

export interface CampaignState extends ActivityState, LetterState, LookBackState, LinkState {
  status: 'none' | 'open' | 'signedOff' | 'withdrawn';
  id: Id;
  unitId: UnitId;
  code: string;
  launchedOn: CivilDate;
  plan: CampaignPlan;
  stages: Stage[];
  answers: Record<string, { answer: Answer; counts?: SourceCount[]; by: PersonId; on: CivilDate }>;
  screening: (Deed & { how: 'confirmed' | 'nilReturn'; basisHash: string }) | null;
  listed: (Deed & { basisHash: string }) | null;
  vote: Vote | null;
  /** Counts the votes ever asked. */
  voteRound: number;
  problems: Record<Id, Problem>;
  /** Problem ids in the order of their reports. */
  order: Id[];
  lastNumber: number;
  /** Assignments by AssignDuty and by the issuing, `<duty>:<subject>` → person. */
  assigned: Record<string, PersonId>;
  /** The date of each obligation ever owed, with the rungs issued in its current due version. */
  dated: Drawers;
  /** How often re-planning changed the limit or the ladder of a kind of obligation; `dated.terms` is what a date rests on. */
  replanned: Record<string, number>;
  /** The approval of the summary's numbers that stands. */
  summarised: (Deed & { basisHash: string }) | null;
  /** The unit above ordered that one person may review and accept. */
  mergedReview: Deed | null;
  /** Counts approvals of the summary: an approval undone by another content is asked for anew. */
  summaryRound: number;
  /** The campaign's own sign-off; it may have a summary and a look-back to come. */
  signedOffOn: CivilDate | null;
  /** The version of CampaignSignedOff in this stream, whose hash is what samples are drawn by. */
  signOffVersion: number | null;
}

export type Campaign = DeepReadonly<CampaignState>;
export type ReadonlyProblem = DeepReadonly<Problem>;

/** A reported problem by its id. Own properties only: an id such as `constructor` names nothing. */
export const problemOf = (campaign: Campaign, id: string): ReadonlyProblem | undefined =>
  Object.hasOwn(campaign.problems, id) ? campaign.problems[id] : undefined;

/** The problem in whose present plan a measure stands. */
export const problemOfMeasure = <P extends Pick<ReadonlyProblem, 'plan'>>(
  { problems }: { readonly problems: Readonly<Record<Id, P>> },
  measureId: string,
): P | undefined =>
  Object.values(problems).find(({ plan }) => plan?.measures.some(({ id }) => id === measureId));

/** The key under which an assignment of a duty is kept. */
export const assignmentKey = (duty: DutyKind, subject: string): string => `${duty}:${subject}`;

/** How often the terms of an obligation's kind were re-planned; its key begins with the kind. */
export const termsOf = ({ replanned }: Pick<Campaign, 'replanned'>, key: string): number =>
  replanned[key.slice(0, key.indexOf(':'))] ?? 0;

/** All problems, in the order of their reports. */
export const inOrder = ({ problems, order }: Campaign): readonly ReadonlyProblem[] =>
  ordered(problems, [order], () => {
    const there: ReadonlyProblem[] = [];
    for (const id of order) {
      const problem = problems[id];
      if (problem) there.push(problem);
    }
    return there;
  });

const ordered = remembering<Campaign['problems'], readonly ReadonlyProblem[]>();

/** Problems that count: included, and not gone into others. In the order of their numbers. */
export const includedProblems = (campaign: Campaign): readonly ReadonlyProblem[] =>
  included(campaign.problems, [campaign.order], () =>
    inOrder(campaign)
      .filter(isListed)
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
  );

const included = remembering<Campaign['problems'], readonly ReadonlyProblem[]>();

/** Problems that were merged into others or split, in the order of their reports. */
export const goneProblems = (campaign: Campaign): ReadonlyProblem[] =>
  inOrder(campaign).filter(({ goneInto }) => goneInto !== null);

/** Problems that came to a settled list and wait for the supplementary vote that confirms it with them. */
export const awaitingVote = (campaign: Campaign): ReadonlyProblem[] =>
  liveProblems(campaign).filter(({ awaitsVote }) => awaitsVote);

/** Problems that are to be put right, or were: included and not terminated. */
export const liveProblems = (campaign: Campaign): readonly ReadonlyProblem[] =>
  live(campaign.problems, [campaign.order], () => includedProblems(campaign).filter(isLive));

const live = remembering<Campaign['problems'], readonly ReadonlyProblem[]>();

export const isLive = (problem: ReadonlyProblem): boolean =>
  isListed(problem) && problem.status !== 'terminated';

/** On the problem list: it has a number and was neither merged into another nor split. */
const isListed = ({ number, goneInto }: ReadonlyProblem): boolean => number !== null && goneInto === null;

/** The items of all aspects, in the plan's order. */
export const allItems = ({ plan }: Campaign) =>
  items(plan, [], () => plan.aspects.flatMap((aspect) => aspect.items));

const items = remembering<Campaign['plan'], Campaign['plan']['aspects'][number]['items']>();
