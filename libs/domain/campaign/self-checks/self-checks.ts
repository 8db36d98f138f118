import checkItems from '../../template/data/check-items.json';
import * as ending from './ending';
import { extensions } from './extensions';
import * as preparation from './preparation';
import * as problemList from './problem-list';
import * as rectification from './rectification';
import * as screening from './screening';
import type { Check, Checked, Finding } from './self-check';

/** The process self-checks of data/check-items.json, in their order. */
const checks = {
  'D-1': preparation.leadingGroup,
  'D-2': preparation.mobilisation,
  'D-3': problemList.threeLists,
  'D-4': preparation.activities,
  'D-5': screening.coverage,
  'D-6': screening.triage,
  'D-7': problemList.completeness,
  'D-8': problemList.calendar,
  'D-9': rectification.immediate,
  'D-10': extensions,
  'D-11': rectification.chainOfClosing,
  'D-12': rectification.returns,
  'D-13': rectification.overdue,
  'D-14': rectification.sustained,
  'D-15': ending.reports,
  'D-16': ending.publicNotice,
  'D-17': ending.survey,
  'D-18': ending.lookBack,
  'D-19': ending.rulesMade,
  'D-20': screening.discretion,
} as const satisfies Record<`D-${number}`, Check>;

export type SelfCheckCode = keyof typeof checks;
export const selfCheckCodes = Object.keys(checks) as readonly SelfCheckCode[];

export interface SelfCheck extends Finding {
  readonly code: SelfCheckCode;
}

/** What a check asks, in the words of the data file. */
export const selfCheckText = (code: SelfCheckCode): string =>
  checkItems.selfChecks.find((each) => each.code === code)?.text ?? code;

/** Whether the campaign was led as it should be, check by check, each with the rows that prove it (rulings §5). */
export const selfChecks = (checked: Checked): readonly SelfCheck[] =>
  selfCheckCodes.map((code) => ({ code, ...checks[code](checked) }));
