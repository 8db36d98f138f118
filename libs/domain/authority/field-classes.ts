/** How confidential each field is, and who reads which class (security.md §2.5). Where rows become views they are masked by it. */
import type { CampaignEventType } from '../campaign/campaign.events';
import type { AnyObligationKind } from '../obligation/obligation';
import { admits, type Condition, type Grounds } from './readable';
import type { Scope } from './scope';

/** F0 titles, states, dates, counts · F1 causes, measures, opinions · F2 who voted, pledged, answered · F3 who reported, and what until triage · F4 clue items · F5 secrets. */
export const fieldClasses = ['F0', 'F1', 'F2', 'F3', 'F4', 'F5'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** `F2g`: F2 of the group's own vote, which its members read too. */
export type Reading = FieldClass | 'F2g';

const self: Condition = { column: 'person', in: 'self' };

/** Who of those whom a row is let through to reads a field of it. Whoever did something reads that they did. */
const readers: Readonly<Record<Reading, Condition>> = {
  F0: { allOf: [] },
  F1: {
    anyOf: [
      { column: 'unit', in: 'group' },
      { column: 'unit', in: 'inspected' },
      { column: 'problem', in: 'problems' },
    ],
  },
  F2: { anyOf: [{ column: 'unit', in: 'led' }, { column: 'unit', in: 'inspectedF2' }, self] },
  F2g: { anyOf: [{ column: 'unit', in: 'group' }, { column: 'unit', in: 'inspectedF2' }, self] },
  F3: { anyOf: [{ column: 'problem', in: 'triaged' }, self] },
  F4: { anyOf: [] },
  F5: { anyOf: [] },
};

/** For queries that look for rows by a field: whoever may not read it finds none by it. */
export const readersOf = (reading: Reading): Condition => readers[reading];

export const mayRead = (reading: Reading, scope: Scope, row: Grounds): boolean =>
  admits(readers[reading], scope, row);

/** What an obligation of a kind says by standing, of whom it names. Everything else waits for a post. */
const kindsOfPersons: Readonly<Partial<Record<AnyObligationKind, Reading>>> = {
  castVote: 'F2g',
  signPledge: 'F2',
  comparePledge: 'F2',
};
export const readingOfKind = (kind: string): Reading =>
  Object.hasOwn(kindsOfPersons, kind) ? (kindsOfPersons[kind as AnyObligationKind] ?? 'F0') : 'F0';

/** The classes of a line of the record: who did it, what it says in words, and what it is about. */
export interface LineClasses {
  readonly by: Reading;
  readonly text: Reading;
  readonly subject: Reading;
}

const open: LineClasses = { by: 'F0', text: 'F0', subject: 'F0' };
/** Done in a post, with words of one's own. */
const plain: LineClasses = { ...open, text: 'F1' };
const answer: LineClasses = { ...plain, by: 'F2' };
const report: LineClasses = { ...plain, by: 'F3' };
const pledge: LineClasses = { by: 'F2', text: 'F2', subject: 'F2' };

const lines = {
  CampaignLaunched: open,
  CampaignWithdrawn: plain,
  StageOpened: open,
  CheckItemAnswered: answer,
  ProblemReported: report,
  ProblemIncluded: plain,
  ProblemHandedOver: plain,
  ProblemExcluded: plain,
  ProblemCorrected: plain,
  ProblemMerged: plain,
  ProblemSplit: plain,
  PartIncluded: plain,
  ProblemLinked: answer,
  ProblemUnlinked: answer,
  ScreeningConfirmed: open,
  NilReturnSigned: open,
  ProblemListConfirmed: open,
  VoteOpened: open,
  VoteCast: { ...open, by: 'F2g' },
  MeetingVoteRecorded: open,
  MeetingVoteConfirmed: open,
  VoteFailed: open,
  ProblemIssued: open,
  ProblemAcknowledged: open,
  PlanSubmitted: open,
  PlanApproved: open,
  PlanReturned: plain,
  ProgressReported: plain,
  MeasureFinished: plain,
  CompletionClaimed: plain,
  ClaimWithdrawn: plain,
  ProblemCommented: plain,
  ReviewPassed: plain,
  ReviewWithdrawn: plain,
  ClaimReturned: plain,
  CompletionAccepted: plain,
  ProblemClosed: open,
  ExtensionRequested: plain,
  ExtensionGranted: open,
  ExtensionRefused: plain,
  DaysGranted: open,
  PlanAmended: plain,
  CheckRecorded: plain,
  PublicNoticePosted: open,
  ObjectionRecorded: plain,
  ProblemReopened: plain,
  ProblemTerminated: plain,
  ReviewRecorded: plain,
  SustainedEnded: plain,
  StepWithdrawn: plain,
  StageStepApproved: plain,
  StageReturned: plain,
  StageClosed: plain,
  MergedReviewOrdered: plain,
  SummaryApproved: open,
  StagesRedated: plain,
  CampaignReplanned: plain,
  DatesRecomputed: open,
  CampaignSignedOff: open,
  DutyAssigned: plain,
  ObligationsDated: open,
  RemindersIssued: open,
  LetterDrafted: plain,
  LetterIssued: plain,
  LetterDropped: plain,
  ActivityPlanned: open,
  ActivityHeld: open,
  PledgeTextDrafted: open,
  PledgeSigned: pledge,
  PledgeCompared: pledge,
  RuleMadeRegistered: open,
  RuleMadeRetired: plain,
  SampleDrawn: open,
  VerdictRecorded: plain,
} as const satisfies Record<CampaignEventType, LineClasses>;

type Line = { readonly type: CampaignEventType; readonly subject: Readonly<Record<string, unknown>> };

/** An event that has no classes does not compile. An answer that reports a problem says who reported it. */
export const classesOfLine = ({ type, subject }: Line): LineClasses => {
  if (type === 'CheckItemAnswered' && subject['answer'] === 'problem') return report;
  const of = type === 'RemindersIssued' || type === 'DatesRecomputed' ? subject['kind'] : null;
  return typeof of === 'string' ? { ...lines[type], subject: readingOfKind(of) } : lines[type];
};
