import {
  civilDateOf,
  classesOfLine,
  instantAt,
  mayRead,
  type FieldClass,
  type Reading,
  type Scope,
  type UnitId,
} from '@rectify/domain';
import type { TimelineRow } from './timeline.table';

/** A line as this reader may read it. */
export interface ShownLine extends TimelineRow {
  /** What of it was left out. */
  readonly masked: readonly ('by' | 'text' | 'subject')[];
  /** The highest class that is shown in it. */
  readonly shown: FieldClass;
}

const classOf = (reading: Reading): FieldClass => (reading === 'F2g' ? 'F2' : reading);

/** Leaves out of a line of a campaign of this unit what is not the reader's; where that is who did it, its time is a day. */
export const maskLine = (scope: Scope, unit: UnitId, row: TimelineRow): ShownLine => {
  const classes = classesOfLine(row);
  const has = { by: row.person_id !== null, text: row.text !== null, subject: true };
  const grounds = { unit, problem: row.problem_id, person: row.person_id };
  const parts = (['by', 'text', 'subject'] as const).filter((part) => has[part]);
  const shown = parts.filter((part) => mayRead(classes[part], scope, grounds));
  const masked = parts.filter((part) => !shown.includes(part));
  return {
    ...row,
    ...(masked.includes('by') ? { ...nobody, at: instantAt(civilDateOf(row.at), '00:00') } : {}),
    ...(masked.includes('text') ? { text: null } : {}),
    subject: masked.includes('subject') ? {} : hashed(row.subject, mayRead('F1', scope, grounds)),
    masked,
    shown: shown.map((part) => classOf(classes[part])).reduce(higher, 'F0'),
  };
};

/** By the hash of a short text the text could be guessed. */
const hashed = (subject: TimelineRow['subject'], areShown: boolean): TimelineRow['subject'] => {
  if (areShown) return subject;
  return Object.fromEntries(Object.entries(subject).filter(([name]) => !HASHES.includes(name)));
};
const HASHES = ['basisHash', 'textHash'];

const nobody = { person_id: null, unit_id: null, post: null } as const;
const higher = (a: FieldClass, b: FieldClass): FieldClass => (a > b ? a : b);
