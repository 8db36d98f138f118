import { refusals, type RefusalCode } from '@rectify/domain';
import type { Aggregate } from './command-catalog';
import type { ProblemCode } from './status';

/** What a command of each aggregate may be refused with by the domain. A spec holds it to what the deciders say. */
const few = {
  directory: [
    ...(['NOT_YOURS', 'NOT_FOUND', 'INVALID', 'ALREADY_EXISTS', 'ALREADY_DECIDED'] as const),
    ...(['START_IN_PAST', 'OUT_OF_BOUNDS', 'LIMIT_REACHED', 'ROOT_EXISTS', 'TREE_TOO_DEEP'] as const),
    ...(['DATE_IN_FUTURE', 'POST_TAKEN', 'POST_NOT_HELD', 'ABSENCE_OVERLAPS', 'ABSENCE_UNKNOWN'] as const),
    ...(['PERSON_FROZEN', 'PERSON_LEFT', 'PERSON_UNKNOWN', 'NOT_DELEGABLE', 'DELEGATION_UNKNOWN'] as const),
    ...(['ADMINISTRATOR_READS_NOTHING', 'GRANT_UNKNOWN'] as const),
    ...(['ADMINISTRATOR_HOLDS_NO_POST', 'UNIT_DIFFERS', 'UNIT_UNKNOWN', 'NOT_UNIQUE'] as const),
  ],
  template: [
    ...([
      'NOT_YOURS',
      'INVALID',
      'OUT_OF_BOUNDS',
      'TEXT_NOT_ACCEPTED',
      'UNKNOWN_POST',
      'NOT_UNIQUE',
    ] as const),
    ...(['STAGE_MISSING', 'STAGE_MISPLACED', 'TEMPLATE_OTHER_SLUG', 'TEMPLATE_TOO_LARGE'] as const),
  ],
  calendar: [
    ...(['NOT_YOURS', 'INVALID', 'UNIT_UNKNOWN', 'DATE_IN_PAST', 'OUT_OF_BOUNDS', 'LIMIT_REACHED'] as const),
    ...(['CALENDAR_OUTSIDE_YEAR', 'CALENDAR_OVERLAP', 'CALENDAR_NOT_A_WEEKEND'] as const),
    ...(['OWN_DAY_UNKNOWN', 'TEXT_NOT_ACCEPTED'] as const),
  ],
} as const satisfies Record<Exclude<Aggregate, 'campaign'>, readonly RefusalCode[]>;

/** The codes that only the others have; a campaign's are the rest, by far the most. */
const elsewhere: readonly RefusalCode[] = [
  ...(['ROOT_EXISTS', 'TREE_TOO_DEEP', 'POST_TAKEN', 'POST_NOT_HELD', 'ABSENCE_OVERLAPS'] as const),
  ...(['ABSENCE_UNKNOWN', 'TEXT_NOT_ACCEPTED', 'UNKNOWN_POST', 'STAGE_MISSING', 'STAGE_MISPLACED'] as const),
  ...(['TEMPLATE_OTHER_SLUG', 'TEMPLATE_TOO_LARGE', 'CALENDAR_OUTSIDE_YEAR', 'CALENDAR_OVERLAP'] as const),
  ...(['CALENDAR_NOT_A_WEEKEND', 'OWN_DAY_UNKNOWN', 'PERSON_FROZEN', 'PERSON_LEFT'] as const),
  ...(['NOT_DELEGABLE', 'DELEGATION_UNKNOWN', 'ADMINISTRATOR_HOLDS_NO_POST', 'UNIT_DIFFERS'] as const),
  ...(['ADMINISTRATOR_READS_NOTHING', 'GRANT_UNKNOWN'] as const),
];

export const refusalsOf: Readonly<Record<Aggregate, readonly RefusalCode[]>> = {
  ...few,
  campaign: (Object.keys(refusals) as RefusalCode[]).filter((code) => !elsewhere.includes(code)),
};

/** What the write path refuses any command with. */
export const writePathRefusals = [
  'STALE_VERSION',
  'KEY_REUSED',
  'KEY_IN_FLIGHT',
  'CONTENDED',
] as const satisfies readonly ProblemCode[];
