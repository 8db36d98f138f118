/** What a template says of rectifying one problem beyond its stages: extension, return, check, notice, sample. */
import type { Duration } from '../calendar/duration';
import { faultOfDuration, faultOfEach, firstFault, invalid, type Fault } from './faults';
import { TEMPLATE_LIMITS } from './template.limits';

/** `off`: never; `offered`: whoever's turn it is may have it done first; `required`: always. */
export const stepUses = ['off', 'offered', 'required'] as const;
export type StepUse = (typeof stepUses)[number];

/** 延期: at most `maxCount` granted ones, together not beyond `cumulativeCap` after the date they began from. */
export interface ExtensionRules {
  readonly lateRequest: 'refuse' | 'record';
  readonly maxCount: number;
  readonly cumulativeCap: Duration;
}

export interface RectificationRules {
  readonly extension: ExtensionRules;
  /** The days that a return may grant; letting the clock go on is always possible. */
  readonly grantable: readonly Duration[];
  readonly onSiteCheck: StepUse;
  /** How long a public notice hangs out at least. */
  readonly noticeLength: Duration;
  /** 回头看: this many of a hundred closed problems, rounded up, but at least so many. */
  readonly sampling: { readonly percent: number; readonly atLeast: number };
}

/** What holds for a template or plan that was made before it could say so. */
export const usualRectification: RectificationRules = {
  extension: { lateRequest: 'refuse', maxCount: 2, cumulativeCap: { n: 60, unit: 'calendarDay' } },
  grantable: [
    { n: 3, unit: 'workingDay' },
    { n: 5, unit: 'workingDay' },
  ],
  onSiteCheck: 'off',
  noticeLength: { n: 5, unit: 'workingDay' },
  sampling: { percent: 20, atLeast: 5 },
};

const MOST_EXTENSIONS = 10;

const isBetween = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

const faultOfNumber = (value: number, min: number, max: number, field: string): Fault =>
  isBetween(value, min, max) ? null : { code: 'OUT_OF_BOUNDS', field, params: { min, max } };

/** The first fault of these rules; a template that has none keeps the usual ones. */
export const faultOfRectification = (rules: RectificationRules | undefined): Fault => {
  if (rules === undefined) return null;
  const { extension, grantable, onSiteCheck, noticeLength, sampling } = rules;
  const at = (name: string) => `rectification.${name}`;
  return firstFault(
    () =>
      ['refuse', 'record'].includes(extension.lateRequest) ? null : invalid(at('extension.lateRequest')),
    () => faultOfNumber(extension.maxCount, 0, MOST_EXTENSIONS, at('extension.maxCount')),
    () => faultOfDuration(extension.cumulativeCap, at('extension.cumulativeCap')),
    () => (grantable.length <= TEMPLATE_LIMITS.listed ? null : invalid(at('grantable'))),
    () => faultOfEach(grantable, at('grantable'), faultOfDuration),
    () => (stepUses.includes(onSiteCheck) ? null : invalid(at('onSiteCheck'))),
    () => faultOfDuration(noticeLength, at('noticeLength')),
    () => faultOfNumber(sampling.percent, 1, 100, at('sampling.percent')),
    () => faultOfNumber(sampling.atLeast, 1, 1_000, at('sampling.atLeast')),
  );
};
