import type { CivilDate, Json, PersonId } from '../kernel/kernel';
import type { CommandType } from '../authority/matrix';
import type { PostRef } from '../template/template.definition';

/** Everything that somebody can owe in a campaign. A kind names its ladder and its handling limit in the plan. */
export const obligationKinds = [
  'answerCheckItem',
  'confirmScreening',
  'triageProblem',
  'confirmProblemList',
  'castVote',
  'confirmMeetingVote',
  'issueProblem',
  'acknowledgeProblem',
  'submitPlan',
  'decidePlan',
  'decideExtension',
  'finishMeasure',
  'claimCompletion',
  'reviewCompletion',
  'checkOnSite',
  'acceptCompletion',
  'postPublicNotice',
  'signOffProblem',
  'reviewSustained',
  'approveStage',
  'signOffCampaign',
  'planActivity',
  'holdActivity',
  'draftPledgeText',
  'signPledge',
  'comparePledge',
  'decideLetter',
  'approveSummary',
  'drawSample',
  'giveLookBackVerdict',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** What the installation itself owes: no plan dates it, and no ladder reminds of it. */
export const calendarObligationKinds = ['importCalendarYear'] as const;
export type CalendarObligationKind = (typeof calendarObligationKinds)[number];

/** What proposals make owed in the directory. */
export const directoryObligationKinds = ['confirmAppointment'] as const;
export type DirectoryObligationKind = (typeof directoryObligationKinds)[number];

export const everyObligationKind = [
  ...obligationKinds,
  ...calendarObligationKinds,
  ...directoryObligationKinds,
] as const;
export type AnyObligationKind = (typeof everyObligationKind)[number];

/** The office of the directory in which somebody acts who holds no post. */
export const ADMINISTRATOR = 'administrator';

/** The duties that a post holds by the plan, or a person by an assignment. */
export const dutyKinds = [
  'aspectOwner',
  'triager',
  'lead',
  'owner',
  'reviewer',
  'checker',
  'acceptor',
  'signer',
  'activityOwner',
  'examiner',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/**
 * Who must act, as state holds it: an assignment (the act that named a person) or a duty (its list of posts), never a
 * resolved person. It is resolved, with separation of duties, at reading, at deciding and at delivery (rulings §4).
 */
export interface Holder {
  /** What AssignDuty names to put somebody else here; null where the post itself decides (the secretary's acts). */
  readonly duty: { readonly kind: DutyKind; readonly subject: string } | null;
  readonly person: PersonId | null;
  readonly posts: readonly PostRef[];
  /** Theirs before the posts, as long as there is one: those who run the system, and hold no post. */
  readonly office?: typeof ADMINISTRATOR;
  /** Persons whom the history excludes. */
  readonly not: readonly PersonId[];
  /** Holders of other duties who, whoever they are at that moment, may not be this one. */
  readonly apartFrom: readonly Holder[];
  /** Theirs alone while they hold a post of the list: a vote's seat, of which a successor is none before they leave. */
  readonly seated?: PersonId;
  /** Who may not act here while they are the unit's secretary, by whichever post: a secretary who led does not accept. */
  readonly asSecretaryNot?: { readonly people: readonly PersonId[]; readonly holders: readonly Holder[] };
}

export interface Subject {
  readonly type:
    | 'campaign'
    | 'stage'
    | 'aspect'
    | 'problem'
    | 'measure'
    | 'activity'
    | 'pledge'
    | 'letter'
    | 'year'
    | 'appointment';
  readonly id: string;
  readonly problemId?: string;
}

/** A command that discharges the obligation, with what is already known of its input. */
export interface Action {
  readonly command: CommandType;
  readonly defaults: { readonly [field: string]: Json };
}

/** What someone owes by a date. To-do list, calendar, reminders, escalation and overdue are five views of it. */
export interface Obligation<Kind extends AnyObligationKind = ObligationKind> {
  /** `<kind>:<subject>:<round>`, unique in its stream for ever. */
  readonly key: string;
  readonly kind: Kind;
  readonly holder: Holder;
  readonly subject: Subject;
  /** Done on this day is on time (until 24:00 in Asia/Shanghai). */
  readonly dueOn: CivilDate;
  /** 1 in a new round; rises with each change of the date or of the assigned holder, and re-arms the ladder. */
  readonly dueVersion: number;
  /** The civil day on which it arose; may lie ahead for a stage not yet begun. */
  readonly since: CivilDate;
  /** The day it arose or was last re-armed by a new due version; rungs on or before it are not issued. */
  readonly armedOn: CivilDate;
  /** The due date rests on a year without an official notice. */
  readonly provisional: boolean;
  readonly action: Action;
  readonly alternatives: readonly Action[];
}

/** Overdue is computed, here and nowhere else: after the due day, by the civil day of the domain's clock. */
export const isOverdue = (obligation: Pick<Obligation, 'dueOn'>, today: CivilDate): boolean =>
  today > obligation.dueOn;
