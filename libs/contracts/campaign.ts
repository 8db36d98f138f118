import { stagesInUse } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { action, obligation } from './obligation';
import { civilDate, instant, json, listOf, upTo, uuid } from './primitives';
import { problemStatuses } from './problem';
import { duration, rungs } from './template';

const count = z.int().min(0);
/** Of a unit below: one to four are not told apart, and what would give them away is withheld. */
export const shownCount = z.union([count, z.enum(['<5', 'withheld'])]).meta({ id: 'ShownCount' });
const stage = z.enum(stagesInUse);

export const unitRef = z
  .strictObject({ id: uuid, code: z.string(), name: z.string() })
  .meta({ id: 'UnitRef' });

export const campaignCounts = z
  .strictObject({
    reported: shownCount,
    /** Included: they carry a number. */
    problems: shownCount,
    measures: shownCount,
    closed: shownCount,
    closedLate: shownCount,
    /** 回头看: verdicts given, and those of a relapse. */
    judged: shownCount,
    relapsed: shownCount,
  })
  .meta({ id: 'CampaignCounts' });

const heading = {
  id: uuid,
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  unit: unitRef,
  status: z.enum(['open', 'signedOff', 'withdrawn']),
  /** The earliest stage not yet closed; `over` where the campaign has ended. */
  stage: z.enum([...stagesInUse, 'over']),
  /** The stages of the campaign's plan, in their order. */
  stages: z.array(stage),
  startOn: civilDate,
  endOn: civilDate,
  counts: campaignCounts,
  /** Obligations past their due day. */
  overdue: shownCount,
  /** Stages that were closed against their rule. */
  forced: z.array(stage),
  /** `counts`: of a unit below; its records are not readable. */
  access: z.enum(['records', 'counts']),
};

export const campaignListItem = z.strictObject(heading).meta({ id: 'CampaignListItem' });
export type CampaignListItem = z.infer<typeof campaignListItem>;
/** What the unit above sees of one below: numbers, no records. */
export const unitCounts = z
  .strictObject({
    unit: unitRef,
    campaigns: count,
    open: count,
    problems: shownCount,
    measures: shownCount,
    closed: shownCount,
    closedLate: shownCount,
    judged: shownCount,
    relapsed: shownCount,
  })
  .meta({ id: 'UnitCounts' });
/** The own units' campaigns, the latest start first; `below` stands on the first page. */
export const campaignList = z
  .strictObject({
    items: z.array(campaignListItem),
    next: z.string().nullable(),
    below: z.array(unitCounts),
  })
  .meta({ id: 'CampaignList' });

export const roadStage = z
  .strictObject({
    stage,
    is: z.enum(['closed', 'open', 'ahead']),
    startOn: civilDate,
    endOn: civilDate,
    closedOn: civilDate.nullable(),
    how: z.enum(['approved', 'noProblem', 'forced']).nullable(),
    /** Why it was forced; null where it was not, or where access is `counts`. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'RoadStage' });

export const checkItem = z
  .strictObject({
    code: z.string(),
    text: z.string(),
    fix: z.string(),
    clue: z.boolean(),
    /** The source categories that a clue item asks a count of. */
    sources: z.array(z.string()).readonly().exactOptional(),
    answer: z.enum(['noProblem', 'problem', 'notApplicable', 'toCheck', 'handedOver']).nullable(),
  })
  .meta({ id: 'CheckItem' });

/** A problem that another campaign puts right. */
export const linked = z
  .strictObject({
    item: z.string(),
    code: z.string(),
    /** Null where the reader may not see that campaign. */
    problem: z
      .strictObject({
        id: uuid,
        title: z.string(),
        status: z.enum(problemStatuses),
        dueOn: civilDate.nullable(),
        closedOn: civilDate.nullable(),
        /** Neither it nor what it went into is at its end: this campaign cannot be signed off. */
        isOpen: z.boolean(),
        campaign: z.strictObject({ id: uuid, code: z.string(), title: z.string(), titleEn: z.string() }),
      })
      .nullable(),
  })
  .meta({ id: 'LinkToProblem' });

export const campaign = z
  .strictObject({
    ...heading,
    version: z.int(),
    template: z.strictObject({ slug: z.string(), version: z.int() }),
    launchedOn: civilDate,
    signedOffOn: civilDate.nullable(),
    road: z.array(roadStage),
    /** The next moment at which something falls due by time alone; null: only a command brings the next. */
    nextWakeAt: instant.nullable(),
    /** Empty where access is `counts`. */
    aspects: z.array(z.strictObject({ code: z.string(), name: z.string(), items: z.array(checkItem) })),
    /** Problems of other campaigns that answer items of this one; they count there alone. None where access is `counts`. */
    linked: z.array(linked),
    /** A vote that runs: how many are eligible, and how many have voted. Who voted what, nobody is told before it ends. */
    vote: z.strictObject({ eligible: z.int(), voted: z.int() }).nullable(),
    /** By which rungs each kind of obligation is reminded of; null where access is `counts`. */
    ladders: z.strictObject({ work: rungs, decision: rungs, answer: rungs }).nullable(),
    /** The lengths that a return may grant. */
    grantable: z.array(duration),
    /** What the caller owes here now. */
    obligations: z.array(obligation),
    /** What the caller may do here besides. */
    actions: z.array(action),
    /** Set where the campaign is shown as it was recorded at the end of that day. */
    asOf: civilDate.nullable(),
  })
  .meta({ id: 'Campaign' });
export type CampaignView = z.infer<typeof campaign>;

export const asOfQuery = z.strictObject({ asOf: civilDate.exactOptional() });
export const pageQuery = z.strictObject({
  cursor: upTo(LIMITS.list.cursor).exactOptional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.list.maxPage).exactOptional(),
});
export const asOfPageQuery = pageQuery.extend({ asOf: civilDate.exactOptional() });
/** `at`: as it stood with the event of that number, such as what an approval was given to; instead of a day. */
export const problemsQuery = asOfPageQuery.extend({
  at: z.coerce.number().int().min(1).max(LIMITS.count.version).exactOptional(),
});
export const campaignsQuery = pageQuery.extend({
  status: z.enum(['open', 'signedOff', 'withdrawn']).exactOptional(),
});
export const timelineQuery = asOfPageQuery.extend({ problemId: uuid.exactOptional() });

/** 本次共排查出问题 N 个，列出整改措施 N 项，现已整改完成 N 个，长期坚持 N 个 – each number with the ids that prove it. */
const proved = z.strictObject({ count: shownCount, ids: z.array(uuid) }).meta({ id: 'ProvedCount' });
export const summary = z
  .strictObject({
    sentence: z.strictObject({ zh: z.string(), en: z.string() }),
    problems: proved,
    measures: proved,
    completed: proved,
    sustained: proved,
    /** 回头看; null where no sample was drawn. Verdicts, not problems: who relapses in two samples counts twice. */
    lookBack: z
      .strictObject({
        sentence: z.strictObject({ zh: z.string(), en: z.string() }),
        drawn: proved,
        judged: proved,
        relapsed: proved,
      })
      .nullable(),
    /** Stages that were closed against their rule. */
    forced: z.array(z.strictObject({ stage, on: civilDate, reason: z.string() })),
    /** 建章立制: rules in force by the numbers of their documents; none for readers who see counts only. */
    rulesMade: z.strictObject({ count: shownCount, numbers: z.array(z.string()) }),
    asOf: civilDate.nullable(),
  })
  .meta({ id: 'Summary' });
export type SummaryView = z.infer<typeof summary>;

export const timelineEntry = z
  .strictObject({
    version: z.int(),
    /** Several rungs of one event are a line each. */
    line: z.int(),
    at: instant,
    /** The event's name, such as `PlanApproved`. */
    type: z.string(),
    /** Null for the system. */
    by: z
      .strictObject({
        personId: uuid,
        name: z.string(),
        unitId: uuid.nullable(),
        post: z.string().nullable(),
      })
      .nullable(),
    problemId: uuid.nullable(),
    /** Ids, kinds, dates, counts and hashes. */
    subject: z.record(z.string(), json),
    /** The reason, opinion or result that was given. */
    text: z.string().nullable(),
    /** What is left out for this reader: who it was (then the time is a day), the words, what it is about. */
    masked: z.array(z.enum(['by', 'text', 'subject'])),
  })
  .meta({ id: 'TimelineEntry' });
export const timeline = listOf(timelineEntry).meta({ id: 'Timeline' });
