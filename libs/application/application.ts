import type {
  Actor,
  Agenda,
  Calendar,
  CalendarCommand,
  Campaign,
  CampaignCommand,
  CivilDate,
  Directory,
  DirectoryCommand,
  Id,
  Instant,
  Refusal,
  RefusalCode,
  ReportText,
  Template,
  TemplateCommand,
} from '@rectify/domain';
import type { CommandKey, RecordedEvent } from '@rectify/event-store';

/** What a command is addressed to. */
export type Target =
  | { readonly aggregate: 'campaign'; readonly id: Id; readonly command: CampaignCommand }
  | { readonly aggregate: 'directory'; readonly command: DirectoryCommand }
  | { readonly aggregate: 'template'; readonly slug: string; readonly command: TemplateCommand }
  | { readonly aggregate: 'calendar'; readonly command: CalendarCommand };

export interface Envelope {
  readonly actor: Actor;
  readonly key: CommandKey;
  /** Hex sha256 of the canonical request as the caller sent it, before ids were filled in. */
  readonly payloadHash: string;
  /** `If-Match`: the stream version the caller saw. */
  readonly ifMatch?: number;
  /** What made this command, e.g. a workflow's deed. */
  readonly cause?: string;
}

/** `facts` is 0 where the command was accepted and changed nothing. `replayed`: this key had been accepted before. */
export type Handled =
  | {
      readonly ok: true;
      readonly stream: string;
      readonly version: number;
      readonly facts: number;
      readonly at: Instant;
      readonly replayed: boolean;
    }
  | { readonly ok: false; readonly refusal: ApplicationRefusal };

/** The domain's refusals and the write path's own. */
export type ApplicationCode =
  RefusalCode | 'STALE_VERSION' | 'KEY_REUSED' | 'KEY_IN_FLIGHT' | 'CODE_TAKEN' | 'CONTENDED';
export type ApplicationRefusal = Omit<Refusal, 'code'> & { readonly code: ApplicationCode };

/** A campaign as it stands, with what reading it rests on. */
export interface Standing {
  readonly campaign: Campaign;
  readonly version: number;
  readonly now: Instant;
  readonly directory: Directory;
  readonly calendar: Calendar;
}

/**
 * The one write path and the fresh readings of folded state. Throws the store's `StoreUnavailable` (PostgreSQL is away)
 * and `UpgradeNeeded` (the log holds a later schema); everything else is an answer.
 */
export interface Application {
  readonly handle: (target: Target, envelope: Envelope) => Promise<Handled>;
  /** Null where no such campaign exists. */
  readonly campaign: (id: Id) => Promise<Standing | null>;
  /** As recorded before the next day's 00:00 Asia/Shanghai, or up to an event of that number, with today's directory. */
  readonly campaignAsOf: (id: Id, until: CivilDate | number) => Promise<Standing | null>;
  /** The event with which something ceased to be owed; null where it never was, or still is. */
  readonly dischargeOf: (id: Id, key: string) => Promise<RecordedEvent | null>;
  readonly organisation: () => Promise<{
    readonly directory: Directory;
    readonly calendar: Calendar;
    readonly now: Instant;
  }>;
  /** The words of sealed reports that wait for their triage in this state; null: handed over since, and destroyed. */
  readonly reports: (
    campaign: Campaign,
    problemIds: readonly Id[],
  ) => Promise<Readonly<Record<Id, ReportText | null>>>;
  readonly template: (slug: string) => Promise<Template>;
  readonly agenda: (id: Id) => Promise<{
    readonly agenda: Agenda;
    readonly version: number;
    readonly now: Instant;
    /** The version of the calendar that it was reckoned by. */
    readonly calendarVersion: number;
  } | null>;
  readonly history: (id: Id) => Promise<readonly RecordedEvent[]>;
}
