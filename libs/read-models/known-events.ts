import type { CalendarEvent, CampaignEvent, DirectoryEvent, TemplateEvent } from '@rectify/domain';
import type { RecordedEvent } from '@rectify/event-store';

type Schemas<Event extends { readonly type: string }> = { readonly [Type in Event['type']]: number };

/**
 * The schema version in which this program writes each event, and the latest that it reads. A field added to an event
 * raises its number; where the older ones cannot do without it, with an upcast in `read`. Logs of theirs are kept in `libs/domain/campaign/older-logs`.
 */
export const schemas = {
  campaign: {
    CampaignLaunched: 3,
    CampaignWithdrawn: 1,
    StageOpened: 1,
    CheckItemAnswered: 2,
    ProblemReported: 2,
    ProblemIncluded: 3,
    ProblemExcluded: 2,
    ProblemHandedOver: 1,
    ScreeningConfirmed: 1,
    NilReturnSigned: 1,
    ProblemListConfirmed: 2,
    ProblemCorrected: 1,
    ProblemMerged: 1,
    ProblemSplit: 1,
    PartIncluded: 1,
    ProblemLinked: 1,
    ProblemUnlinked: 1,
    VoteOpened: 1,
    VoteCast: 1,
    MeetingVoteRecorded: 1,
    MeetingVoteConfirmed: 1,
    VoteFailed: 1,
    ProblemIssued: 1,
    ProblemAcknowledged: 1,
    PlanSubmitted: 1,
    PlanApproved: 1,
    PlanReturned: 1,
    ProgressReported: 1,
    MeasureFinished: 1,
    CompletionClaimed: 1,
    ClaimWithdrawn: 1,
    ProblemCommented: 1,
    ReviewWithdrawn: 1,
    ReviewPassed: 1,
    ClaimReturned: 1,
    CompletionAccepted: 1,
    ProblemClosed: 1,
    ExtensionRequested: 1,
    ExtensionGranted: 1,
    ExtensionRefused: 1,
    DaysGranted: 1,
    PlanAmended: 1,
    CheckRecorded: 1,
    PublicNoticePosted: 1,
    ObjectionRecorded: 1,
    ProblemReopened: 1,
    ProblemTerminated: 1,
    ReviewRecorded: 1,
    SustainedEnded: 1,
    StepWithdrawn: 1,
    StageStepApproved: 1,
    StageReturned: 1,
    StageClosed: 2,
    MergedReviewOrdered: 1,
    SummaryApproved: 1,
    StagesRedated: 1,
    CampaignReplanned: 1,
    DatesRecomputed: 1,
    CampaignSignedOff: 1,
    DutyAssigned: 1,
    ObligationsDated: 1,
    RemindersIssued: 1,
    LetterDrafted: 1,
    LetterIssued: 1,
    LetterDropped: 1,
    ActivityPlanned: 1,
    ActivityHeld: 1,
    PledgeTextDrafted: 1,
    PledgeSigned: 1,
    PledgeCompared: 1,
    RuleMadeRegistered: 1,
    RuleMadeRetired: 1,
    SampleDrawn: 1,
    VerdictRecorded: 1,
  } satisfies Schemas<CampaignEvent>,
  directory: {
    ReadingGranted: 1,
    ReadingRevoked: 1,
    UnitRegistered: 1,
    PersonRegistered: 1,
    AppointedToPost: 1,
    TenureEnded: 1,
    AbsenceMarked: 1,
    AbsenceEnded: 1,
    AdministratorNamed: 1,
    AdministratorReleased: 1,
    AppointmentProposed: 1,
    AppointmentConfirmed: 1,
    AppointmentDeclined: 1,
    PowersDelegated: 1,
    DelegationRevoked: 1,
    PersonLeft: 1,
    PersonFrozen: 1,
    PersonUnfrozen: 1,
  } satisfies Schemas<DirectoryEvent>,
  template: { TemplatePublished: 2 } satisfies Schemas<TemplateEvent>,
  calendar: {
    CalendarYearImported: 1,
    CalendarDaysOverridden: 1,
    CalendarOverrideWithdrawn: 1,
    SendWindowSet: 1,
  } satisfies Schemas<CalendarEvent>,
};

export type Aggregate = keyof typeof schemas;
export interface EventOf {
  campaign: CampaignEvent;
  directory: DirectoryEvent;
  template: TemplateEvent;
  calendar: CalendarEvent;
}

/** The log holds what a later version of the program wrote: this one may neither read the stream nor write to it. */
export class UpgradeNeeded extends Error {
  readonly code = 'UPGRADE_NEEDED';
  constructor({
    stream,
    version,
    type,
    schema,
  }: Pick<RecordedEvent, 'stream' | 'version' | 'type' | 'schema'>) {
    super(
      `${stream} holds at version ${version} ${type} in schema ${schema}, which this program does not know`,
    );
    this.name = 'UpgradeNeeded';
  }
}

/** An event of the log as this program knows it. Throws `UpgradeNeeded`. */
export const read = <Name extends Aggregate>(aggregate: Name, recorded: RecordedEvent): EventOf[Name] => {
  const known = (schemas[aggregate] as Readonly<Record<string, number>>)[recorded.type];
  if (known === undefined || recorded.schema > known) throw new UpgradeNeeded(recorded);
  return recorded.event as EventOf[Name];
};
