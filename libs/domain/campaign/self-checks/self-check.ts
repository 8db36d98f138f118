import type { Directory } from '../../directory/directory.state';
import type { CivilDate } from '../../kernel/kernel';
import type { Campaign } from '../campaign.state';

export const selfCheckVerdicts = ['met', 'notMet', 'notYet', 'notApplicable'] as const;
export type SelfCheckVerdict = (typeof selfCheckVerdicts)[number];

/** Why a verdict is what it is; texts stand in the catalogue under `selfCheck.<reason>`. */
export const selfCheckReasons = [
  'proved',
  'missing',
  'underWay',
  'nothingArose',
  'noProblem',
  'notInPlan',
  'needsReportingPeriods',
  'needsSurvey',
] as const;
export type SelfCheckReason = (typeof selfCheckReasons)[number];

/** What a check says: the rows at fault where something is missing, else those that prove it. */
export interface Finding {
  readonly verdict: SelfCheckVerdict;
  readonly reason: SelfCheckReason;
  /** Ids of problems, items, activities, stages, obligations or persons, or numbers of rules. */
  readonly rows: readonly string[];
}

/** What a check reads: the campaign, who holds which post, and the civil day. */
export interface Checked {
  readonly campaign: Campaign;
  readonly directory: Directory;
  readonly today: CivilDate;
}

export type Check = (checked: Checked) => Finding;

export const proved = (rows: readonly string[]): Finding => ({ verdict: 'met', reason: 'proved', rows });
export const missing = (rows: readonly string[]): Finding => ({ verdict: 'notMet', reason: 'missing', rows });
export const underWay = (rows: readonly string[]): Finding => ({
  verdict: 'notYet',
  reason: 'underWay',
  rows,
});
export const notApplicable = (reason: 'nothingArose' | 'noProblem' | 'notInPlan'): Finding => ({
  verdict: 'notApplicable',
  reason,
  rows: [],
});

/** Every row is to be good; while there is still time for it, what is missing is only not yet there. */
export const every = <Row>(
  rows: readonly Row[],
  rule: {
    readonly id: (row: Row) => string;
    readonly isGood: (row: Row) => boolean;
    readonly isThereTime: boolean;
    readonly none: 'nothingArose' | 'noProblem' | 'notInPlan';
  },
): Finding => {
  if (rows.length === 0) return notApplicable(rule.none);
  const faulty = rows.filter((row) => !rule.isGood(row)).map(rule.id);
  if (faulty.length === 0) return proved(rows.map(rule.id));
  return rule.isThereTime ? underWay(faulty) : missing(faulty);
};
