import { activityLines } from './activity-lines';
import { tally, type CampaignEventType, type EventData } from '@rectify/domain';
import type { Line } from './line';
import { listLines } from './lines.list';
import { lookBackLines } from './lines.look-back';
import { rectificationLines } from './lines.rectification';

export type { Line } from './line';

/** Events that are one line each. Dates of obligations are none; rungs and what a calendar moved are a line each, read on the state before. */
type OneLine = Exclude<CampaignEventType, 'ObligationsDated' | 'RemindersIssued' | 'DatesRecomputed'>;

export const lineOf: { readonly [Type in OneLine]: (data: EventData<Type>) => Line } = {
  ...activityLines,
  ...lookBackLines,
  LetterDrafted: ({ letter, kind, key, dueVersion, rung, problemId, dueOn, daysLate }) => ({
    ...(problemId === null ? {} : { problemId }),
    subject: { letter, letterKind: kind, key, dueVersion, rung, dueOn, daysLate },
  }),
  LetterIssued: ({ letter, kind, number }) => ({ subject: { letter, letterKind: kind, number } }),
  LetterDropped: ({ letter, reason }) => ({ subject: { letter }, text: reason }),
  CampaignLaunched: ({ code, plan }) => ({
    subject: { code, template: plan.template.slug, startOn: plan.startOn },
  }),
  CampaignWithdrawn: ({ reason }) => ({ subject: {}, text: reason }),
  StageOpened: ({ stage }) => ({ subject: { stage } }),
  CheckItemAnswered: ({ item, answer }) => ({ subject: { item, answer } }),
  // What was found stands with the problem alone: handed over, it is nowhere.
  ProblemReported: ({ problemId, item, aspect }) => ({ problemId, subject: { item, aspect } }),
  ProblemIncluded: ({ problemId, number, code, reason, late }) => ({
    problemId,
    subject: { number, code, ...(late ? { late } : {}) },
    text: reason,
  }),
  ProblemHandedOver: ({ problemId }) => ({ problemId, subject: {} }),
  ProblemExcluded: ({ problemId, reason }) => ({ problemId, subject: {}, text: reason }),
  ScreeningConfirmed: ({ basisHash }) => ({ subject: { basisHash } }),
  NilReturnSigned: ({ basisHash }) => ({ subject: { basisHash } }),
  ProblemListConfirmed: ({ basisHash, extends: extended }) => ({
    subject: { basisHash, ...(extended === undefined ? {} : { extends: extended }) },
  }),
  // The other campaign's problem is named by its code alone: it is no problem of this record.
  ProblemLinked: ({ item, campaignId, problemId, code }) => ({
    subject: { item, code, linked: { campaignId, problemId } },
  }),
  ProblemUnlinked: ({ item, campaignId, problemId, code, reason }) => ({
    subject: { item, code, linked: { campaignId, problemId } },
    text: reason,
  }),
  ...listLines,
  VoteOpened: ({ basisHash, seats }) => ({ subject: { basisHash, eligible: seats.length } }),
  // That a member voted is in the record; how each voted is the group's and the log's.
  VoteCast: ({ basisHash }) => ({ subject: { basisHash } }),
  MeetingVoteRecorded: ({ basisHash, minutes, seats, votes }) => ({
    subject: {
      basisHash,
      minutes,
      ...tally(
        votes.map(({ vote }) => vote),
        seats.length,
      ),
    },
  }),
  MeetingVoteConfirmed: ({ basisHash }) => ({ subject: { basisHash } }),
  VoteFailed: ({ basisHash, for: inFavour, against, abstain, eligible }) => ({
    subject: { basisHash, for: inFavour, against, abstain, eligible },
  }),
  ProblemIssued: ({ problemId, fixType, lead, owner, reviewer, acceptor, dueOn }) => ({
    problemId,
    subject: { fixType, lead, owner, reviewer, acceptor, dueOn },
  }),
  ProblemAcknowledged: ({ problemId }) => ({ problemId, subject: {} }),
  PlanSubmitted: ({ problemId, measures, dueOn, planHash }) => ({
    problemId,
    subject: { measures: measures.length, dueOn, basisHash: planHash },
  }),
  PlanApproved: ({ problemId, step, last, basisHash }) => ({ problemId, subject: { step, last, basisHash } }),
  PlanReturned: ({ problemId, step, missing, basisHash }) => ({
    problemId,
    subject: { step, basisHash },
    text: missing,
  }),
  ProgressReported: ({ problemId, measureId, text }) => ({ problemId, subject: { measureId }, text }),
  MeasureFinished: ({ problemId, measureId, result }) => ({
    problemId,
    subject: { measureId },
    text: result,
  }),
  CompletionClaimed: ({ problemId, result, claimHash }) => ({
    problemId,
    subject: { basisHash: claimHash },
    text: result,
  }),
  ClaimWithdrawn: ({ problemId, reason }) => ({ problemId, subject: {}, text: reason }),
  ReviewPassed: ({ problemId, opinion, basisHash }) => ({ problemId, subject: { basisHash }, text: opinion }),
  ProblemCommented: ({ problemId, text, mentions }) => ({
    problemId,
    subject: { mentions: [...mentions] },
    text,
  }),
  ReviewWithdrawn: ({ problemId, reason }) => ({ problemId, subject: {}, text: reason }),
  ClaimReturned: ({ problemId, missing, basisHash }) => ({
    problemId,
    subject: { basisHash },
    text: missing,
  }),
  CompletionAccepted: ({ problemId, opinion, basisHash }) => ({
    problemId,
    subject: { basisHash },
    text: opinion,
  }),
  ProblemClosed: ({ problemId, late, basisHash }) => ({ problemId, subject: { late, basisHash } }),
  ...rectificationLines,
  StageStepApproved: ({ stage, step, opinion, basisHash }) => ({
    subject: { stage, step, basisHash },
    text: opinion,
  }),
  StageReturned: ({ stage, step, reason }) => ({ subject: { stage, step }, text: reason }),
  StageClosed: ({ stage, how, reason }) => ({
    subject: { stage, how },
    ...(reason === undefined ? {} : { text: reason }),
  }),
  MergedReviewOrdered: ({ reason, people }) => ({ subject: { people }, text: reason }),
  SummaryApproved: ({ basisHash }) => ({ subject: { basisHash } }),
  StagesRedated: ({ stages, notice, reason }) => ({
    subject: {
      notice,
      stages: stages.map(({ stage, from, to }) => ({ stage, from: { ...from }, to: { ...to } })),
    },
    text: reason,
  }),
  CampaignReplanned: ({ chains, limits, ladders, notice, reason }) => ({
    subject: {
      notice,
      chains: chains.map(({ stage }) => stage),
      limits: limits.map(({ kind }) => kind),
      ladders: ladders.map(({ ladder }) => ladder),
    },
    text: reason,
  }),
  CampaignSignedOff: ({ basisHash }) => ({ subject: { basisHash } }),
  DutyAssigned: ({ duty, subject, person, reason }) => ({ subject: { duty, subject, person }, text: reason }),
};
