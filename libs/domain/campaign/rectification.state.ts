import type { CivilDate, Id, PersonId } from '../kernel/kernel';
import { usualRectification, type RectificationRules } from '../template/rectification';
import type { PlannedMeasure } from './campaign.events';
import type { Campaign, Deed } from './campaign.state';
import type { LatestStep } from './latest-step';
import type { Verdict } from './look-back';

/** One day that a problem, or one of its measures, was ever given, and why. Every one stays visible (domain.md §4.4). */
export interface GivenDate {
  /** Null: the problem's own. */
  measureId: Id | null;
  dueOn: CivilDate;
  why: 'issued' | 'planned' | 'extended' | 'returned' | 'reopened' | 'withdrawn';
  on: CivilDate;
}

export interface Extension {
  reason: string;
  progress: string;
  dueOn: CivilDate;
  late: boolean;
  hash: string;
  by: PersonId;
  on: CivilDate;
  approvals: (Deed & { step: number; dueOn: CivilDate })[];
}

export interface Amendment {
  reason: string;
  rootCause: string;
  target: string;
  measures: PlannedMeasure[];
  hash: string;
  by: PersonId;
  on: CivilDate;
  approvals: (Deed & { step: number })[];
}

/** What a problem's state says of its rectification beyond the straight path. */
export interface Rectification {
  dates: GivenDate[];
  /** 延期审批中 while it is not null. */
  extension: Extension | null;
  /** Each that was granted with its last step: the new date it named, and whether it had been asked for late. */
  extended: { on: CivilDate; dueOn: CivilDate; late: boolean }[];
  /** Counts requests: a round is part of the obligations' keys. */
  extensionRound: number;
  /** The step that can still be withdrawn. */
  latest: LatestStep | null;
  /** Counts plans that were withdrawn after they had taken effect: a round is part of the measures' keys. */
  measureRound: number;
  /** A plan that is to replace the one in force, while its chain runs. */
  amendment: Amendment | null;
  /** The day that a return of the plan granted; until the next submission. */
  planDueOn: CivilDate | null;
  /** Ids of measures that were replaced; an id means one thing for ever. */
  retired: Id[];
  /** 现场核查 of the present claim. */
  checked: (Deed & { found: string }) | null;
  /** Everybody who ever checked it on site: they do not work on it. */
  checkers: PersonId[];
  /** 公示 of the present claim. */
  notice: Notice | null;
  /** Everybody who ever acted as its signer, on its notice too: they neither work on it nor look back on it. */
  signers: PersonId[];
  /** The first closing, to which every reopening is linked; `version` is its event's. */
  firstClosed: { on: CivilDate; version: number } | null;
  reopenings: { on: CivilDate; cause: 'secretary' | 'lookBack'; reason: string }[];
  /** Everybody who accepted it before it was reopened: what they took for done was not, so somebody else accepts it. */
  acceptedBefore: PersonId[];
  terminated: (Deed & { reason: string }) | null;
  /** 长期坚持: since when it is kept up. */
  sustained: { since: CivilDate } | null;
  reviews: (Deed & { cycle: number; looked: string; evidence: string })[];
  /** The latest sample that it was drawn in; 0: none. */
  sampled: number;
  /** 回头看结论, one a sample at most. */
  verdicts: Verdict[];
  /** Everybody who ever looked back on it: they neither work on it nor lead it afterwards. */
  examiners: PersonId[];
}

export interface Notice {
  from: CivilDate;
  to: CivilDate;
  on: CivilDate;
  objections: { count: number; outcome: 'unfounded' | 'upheld'; on: CivilDate }[];
}

export const newRectification = (): Rectification => ({
  dates: [],
  extension: null,
  extended: [],
  extensionRound: 0,
  latest: null,
  measureRound: 1,
  amendment: null,
  planDueOn: null,
  retired: [],
  checked: null,
  checkers: [],
  notice: null,
  signers: [],
  firstClosed: null,
  reopenings: [],
  acceptedBefore: [],
  terminated: null,
  sustained: null,
  reviews: [],
  sampled: 0,
  verdicts: [],
  examiners: [],
});

/** The rules of the plan; the usual ones for a campaign launched before plans had them. */
export const rulesOf = ({ plan }: Pick<Campaign, 'plan'>): RectificationRules =>
  plan.rectification ?? usualRectification;

const anew: readonly GivenDate['why'][] = ['issued', 'planned', 'reopened'];

/** The problem's own days without those that were withdrawn: a withdrawal takes back the day that was given last. */
export const standingDates = <Given extends Pick<GivenDate, 'measureId' | 'why'>>(
  dates: readonly Given[],
): Given[] => {
  const standing: Given[] = [];
  for (const given of dates.filter(({ measureId }) => measureId === null))
    if (given.why === 'withdrawn') standing.pop();
    else standing.push(given);
  return standing;
};

/** The date from which extensions are counted, and how many were granted since; null before there is a date. */
export const extendedSince = ({
  dates,
}: {
  readonly dates: readonly Readonly<GivenDate>[];
}): { readonly from: CivilDate; readonly granted: number } | null => {
  const own = standingDates(dates);
  const place = own.map(({ why }) => anew.includes(why)).lastIndexOf(true);
  const base = own[place];
  if (!base) return null;
  const since = own.slice(place + 1);
  return { from: base.dueOn, granted: since.filter(({ why }) => why === 'extended').length };
};
