import type {
  actList,
  asOfQuery,
  campaignList,
  clock,
  clockForwarded,
  delegationList,
  demoAccounts,
  identityList,
  notificationList,
  obligationList,
  oidcOffer,
  personList,
  readingGrantList,
  problemList,
  sampleList,
  sameMeasureList,
  sessionList,
  setUpState,
  template,
  templateList,
  tenureList,
  timeline,
  tokenList,
  unitList,
  totpState,
} from '@rectify/contracts';

export type {
  ActionView as Action,
  CampaignCalendarView as CampaignCalendar,
  CampaignListItem,
  CampaignView as Campaign,
  CommandAccepted,
  LaunchPreviewView as LaunchPreview,
  MeView as Me,
  ObligationView as Obligation,
  OfficialCalendarView as OfficialCalendar,
  ProblemView as Problem,
  SummaryView as Summary,
  TechnicalFactsView as TechnicalFacts,
  FoundView as Found,
  OutcomeView as Outcome,
  PreferencesView as Preferences,
  ChannelStateView as ChannelState,
  WhyDueView as WhyDue,
} from '@rectify/contracts';

/** What a schema of the contracts lets out. Types only: no validator is loaded into the browser. */
type Out<Schema extends { readonly _output: unknown }> = Schema['_output'];
type ItemOf<List extends { readonly items: readonly unknown[] }> = List['items'][number];

export type Act = ItemOf<Out<typeof actList>>;
export type AsOf = Out<typeof asOfQuery>;
export type CampaignList = Out<typeof campaignList>;
export type Clock = Out<typeof clock>;
export type ClockForwarded = Out<typeof clockForwarded>;
export type Delegation = ItemOf<Out<typeof delegationList>>;
export type TenureLine = ItemOf<Out<typeof tenureList>>;
export type SameMeasure = ItemOf<Out<typeof sameMeasureList>>;
export type ReadingGrant = ItemOf<Out<typeof readingGrantList>>;
export type DemoAccountList = Out<typeof demoAccounts>;
export type Identity = ItemOf<Out<typeof identityList>>;
export type Notification = ItemOf<Out<typeof notificationList>>;
export type OidcOffer = Out<typeof oidcOffer>;
export type ObligationList = Out<typeof obligationList>;
export type PersonList = Out<typeof personList>;
export type Person = ItemOf<PersonList>;
export type ProblemList = Out<typeof problemList>;
export type Sample = ItemOf<Out<typeof sampleList>>;
export type Session = ItemOf<Out<typeof sessionList>>;
export type SetUpState = Out<typeof setUpState>;
export type Template = Out<typeof template>;
export type TemplateList = Out<typeof templateList>;
export type Token = ItemOf<Out<typeof tokenList>>;
export type Totp = Out<typeof totpState>;
export type Timeline = Out<typeof timeline>;
export type TimelineEntry = ItemOf<Timeline>;
export type Unit = ItemOf<Out<typeof unitList>>;
