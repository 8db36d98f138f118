import { randomUUID } from 'node:crypto';
import {
  addDays,
  civilDateOf,
  obligations,
  shippedCalendarYears,
  shippedTemplates,
  type Campaign,
  type CommandType,
  type Instant,
  type Json,
  type ProcessCommandType,
} from '@rectify/domain';

/** What a body is made of: the campaign as it stands, the problem it is about, and somebody who is in nobody's way. */
export interface Scene {
  readonly campaignId: string;
  readonly campaign: Campaign;
  readonly now: Instant;
  readonly problemId: string;
  readonly unitId: string;
  readonly spare: string;
  /** By which the inspector reads the unit. */
  readonly grantId: string;
}

export type Body = Readonly<Record<string, Json>>;

const text = '按规定办理';
const ITEM = 'B3-2';
const NOTHING = '0'.repeat(64);

/**
 * A right body of every command, were it its time: what an obligation offers, where one does, and else what a person
 * would type. Of the organisation's commands nothing that happens later is in another's way.
 */
export const bodyOf = (type: Exclude<CommandType, ProcessCommandType>, scene: Scene): Body => {
  const offered = offeredOf(type, scene);
  const typed = typedOf(scene)[type];
  return { ...typed, ...offered };
};

const offeredOf = (type: CommandType, { campaign, problemId }: Scene): Body => {
  const all = obligations(campaign).filter(
    ({ subject }) => subject.problemId === undefined || subject.problemId === problemId,
  );
  const actions = all.flatMap(({ action, alternatives }) => [action, ...alternatives]);
  const isAboutIt = ({ command, defaults }: (typeof actions)[number]): boolean =>
    command === type && (!('problemId' in defaults) || defaults['problemId'] === problemId);
  // Answers are one obligation an aspect: the body says which.
  return type === 'AnswerCheckItems' ? {} : (actions.find(isAboutIt)?.defaults ?? {});
};

const typedOf = ({
  campaign,
  problemId,
  now,
  unitId,
  spare,
  grantId,
}: Scene): Readonly<Record<Exclude<CommandType, ProcessCommandType>, Body>> => {
  const today = civilDateOf(now);
  const later = addDays(today, 20);
  const problem = campaign.problems[problemId];
  const measure = problem?.plan?.measures[0];
  const basisHash = problem?.claim?.hash ?? problem?.plan?.hash ?? NOTHING;
  const of = { problemId, basisHash };
  const about = { problemId, reason: text };
  const measureId = measure?.id ?? randomUUID();
  const plan = { rootCause: text, target: text, measures: [{ text, dueOn: later }] };
  const link = { item: ITEM, campaignId: randomUUID(), problemId };
  const stage = campaign.stages.find(({ closed }) => closed === null)?.kind ?? 'signOff';
  const onStage = { stage, basisHash: NOTHING };
  const other = campaign.order.find((id) => id !== problemId) ?? randomUUID();
  const activity = { kind: 'seminar', nth: 1 };
  const tenure = { unitId, post: 'groupLeader', personId: spare };
  return {
    LaunchCampaign: { unitId, template: 'bland-casual', startOn: later },
    WithdrawLaunch: { reason: text },
    AnswerCheckItems: { answers: [{ item: ITEM, answer: 'noProblem' }] },
    LinkProblem: link,
    UnlinkProblem: { ...link, reason: text },
    ReportProblem: { item: ITEM, problem: { title: text } },
    ConfirmScreening: { basisHash },
    SignNilReturn: { basisHash },
    TriageProblem: { problemId, decision: 'include', reason: text },
    CorrectProblem: { ...about, title: text },
    MergeProblems: { into: other, problemIds: [problemId], reason: text },
    SplitProblem: { ...about, parts: [{ title: text }, { title: text }] },
    ConfirmProblemList: { basisHash },
    OpenVote: { basisHash },
    CastVote: { basisHash: campaign.vote?.basisHash ?? NOTHING, vote: 'for' },
    RecordMeetingVote: { basisHash, minutes: '2026-1', votes: [{ person: spare, vote: 'for' }] },
    ConfirmMeetingVote: { basisHash },
    IssueProblem: { problemId, fixType: 'immediate' },
    AssignDuty: { duty: 'owner', subject: problemId, person: spare, reason: text },
    OrderMergedReview: { reason: text },
    ApproveStage: onStage,
    ReturnStage: { ...onStage, reason: text },
    ForceStage: { stage, reason: text },
    RedateStages: { stages: [{ stage, startOn: today, endOn: later }], reason: text },
    ReplanCampaign: {
      limits: [{ kind: 'triageProblem', limit: { n: 4, unit: 'workingDay' } }],
      reason: text,
    },
    AcknowledgeProblem: { problemId },
    CommentOnProblem: { problemId, text },
    SubmitPlan: { problemId, ...plan, dueOn: later },
    AmendPlan: { ...about, ...plan },
    ApprovePlan: of,
    ReturnPlan: { ...of, missing: text },
    ReportProgress: { problemId, measureId, text },
    FinishMeasure: { problemId, measureId, result: text },
    RequestExtension: { ...about, progress: text, dueOn: addDays(problem?.dueOn ?? today, 5) },
    GrantExtension: { ...of, dueOn: later },
    RefuseExtension: { ...of, reason: text },
    ClaimCompletion: { problemId, result: text },
    WithdrawClaim: about,
    WithdrawReview: about,
    WithdrawStep: about,
    PassReview: of,
    RecordCheck: { ...of, found: text },
    AcceptCompletion: of,
    ReturnClaim: { ...of, missing: text },
    PostPublicNotice: of,
    RecordObjection: { problemId, count: 1, outcome: 'unfounded' },
    SignOffProblem: of,
    RecordReview: { problemId, cycle: 1, looked: text, evidence: text },
    EndSustained: about,
    ReopenProblem: about,
    TerminateProblem: about,
    DrawSample: { basisHash },
    RecordVerdict: { problemId, round: 1, verdict: 'holds', looked: text, evidence: text },
    PlanActivity: { ...activity, plannedOn: today },
    RecordActivity: { ...activity, people: 9 },
    DraftPledgeText: { text },
    SignPledge: { basisHash: campaign.pledge?.hash ?? NOTHING },
    ComparePledge: { person: spare, basisHash: NOTHING, verdict: 'kept', reason: text },
    RegisterRuleMade: {
      number: `制度〔2026〕${randomUUID().slice(0, 8)}`,
      title: text,
      effectiveOn: today,
      problemId,
    },
    RetireRuleMade: { number: '没有这一号', reason: text },
    IssueLetter: { letter: 1 },
    DropLetter: { letter: 1, reason: text },
    SignOffCampaign: { basisHash },
    ApproveSummary: { basisHash },
    RegisterUnit: {
      unitId: randomUUID(),
      code: randomUUID().slice(0, 8).toUpperCase(),
      name: text,
      parentId: unitId,
    },
    RegisterPerson: { personId: randomUUID() },
    AppointToPost: tenure,
    EndTenure: tenure,
    ImportOrganisation: {
      ...{ format: 'rectify-organisation-1', units: [], posts: [] },
      people: [{ account: `a${randomUUID().slice(0, 8)}`, name: text }],
    },
    MarkAway: { personId: spare, from: addDays(today, 300), to: addDays(today, 301) },
    MarkBack: { personId: spare, from: addDays(today, 300) },
    NameAdministrator: { personId: spare },
    ReleaseAdministrator: { personId: spare },
    ProposeAppointment: { proposalId: randomUUID(), ...tenure },
    ConfirmAppointment: { proposalId: randomUUID() },
    DeclineAppointment: { proposalId: randomUUID(), reason: text },
    Delegate: {
      ...{ delegationId: randomUUID(), to: spare, powers: ['PassReview'] },
      ...{ startOn: today, endOn: later, reason: text },
    },
    RevokeDelegation: { delegationId: randomUUID(), from: spare },
    GrantReading: {
      ...{ grantId: randomUUID(), to: spare, unitId, reach: 'F1', endOn: addDays(today, 5), reason: text },
    },
    RevokeReading: { grantId, unitId },
    RecordLeaving: { personId: spare },
    FreezePerson: { personId: spare },
    UnfreezePerson: { personId: spare },
    PublishTemplate: { definition: shippedTemplates()[0] as unknown as Json },
    ImportCalendarYear: shippedCalendarYears()[0] as unknown as Body,
    OverrideCalendarDays: {
      ...{ unitId, reason: text },
      days: [{ date: '2027-11-20', works: true, name: text }],
    },
    WithdrawCalendarOverride: { unitId, dates: ['2027-11-20'], reason: text },
    SetSendWindow: { from: '08:30', to: '18:00' },
  };
};
