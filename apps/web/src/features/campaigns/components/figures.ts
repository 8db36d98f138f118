import { addDays, dayOfWeek, type CivilDate, type ProblemStatus } from '@rectify/domain';
import type { Problem } from '../../../shared/api/types';
import type { DueRow } from '../../../shared/calendar/due';

const GONE: readonly ProblemStatus[] = [
  'reported',
  'excluded',
  'handedOver',
  'merged',
  'split',
  'terminated',
];
const ACCEPTING: readonly ProblemStatus[] = ['claimed', 'reviewed', 'accepted', 'noticed'];

/** The parts of a bar, in their order; each is told by its word, its number and its pattern. */
export const parts = ['closed', 'accepting', 'underWay', 'sustained'] as const;
export type Part = (typeof parts)[number];

const partOf = (status: ProblemStatus): Part => {
  if (status === 'closed' || status === 'sustained') return status;
  return ACCEPTING.includes(status) ? 'accepting' : 'underWay';
};

export interface Bar<Of extends string = Part> {
  readonly code: string;
  readonly name: string;
  readonly counts: Readonly<Record<Of, number>>;
  readonly all: number;
}

/** Every aspect that has a problem to be put right, by its code: no order of merit. */
export const byAspect = (problems: readonly Problem[]): Bar[] => {
  const bars = new Map<string, { name: string; counts: Record<Part, number> }>();
  for (const { aspect, status } of problems.filter((problem) => !GONE.includes(problem.status))) {
    const bar = bars.get(aspect.code) ?? {
      name: aspect.name,
      counts: { closed: 0, accepting: 0, underWay: 0, sustained: 0 },
    };
    bar.counts[partOf(status)] += 1;
    bars.set(aspect.code, bar);
  }
  return [...bars]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { name, counts }]) => ({
      ...{ code, name, counts },
      all: parts.reduce((sum, part) => sum + counts[part], 0),
    }));
};

export interface Week {
  /** Its Monday. */
  readonly from: CivilDate;
  readonly count: number;
}

const WEEK = 7;
const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - dayOfWeek(date));

/** How much is still owed in each of the coming weeks, this one first. */
export const dueByWeek = (rows: readonly DueRow[], today: CivilDate, weeks = 4): Week[] =>
  Array.from({ length: weeks }, (_, index) => {
    const from = addDays(mondayOf(today), index * WEEK);
    const to = addDays(from, WEEK);
    const count = rows.filter(({ doneOn, dueOn }) => doneOn === null && dueOn >= from && dueOn < to).length;
    return { from, count };
  });

export interface Point {
  readonly on: CivilDate;
  /** How many should be closed by the end of that week. */
  readonly planned: number;
  /** How many were; null for weeks that have not come. */
  readonly closed: number | null;
}

/** Plan beside what was closed, week by week, as sums; nothing where no problem has a date. */
export const planAndClosed = (problems: readonly Problem[], today: CivilDate): Point[] => {
  const dated = problems.filter(({ status, dueOn }) => dueOn !== null && !GONE.includes(status));
  const days = dated
    .flatMap(({ dueOn, issuedOn, closed }) => [dueOn, issuedOn, closed?.on])
    .filter((day): day is CivilDate => typeof day === 'string');
  if (days.length === 0) return [];
  const [first, last] = [[...days].sort()[0] ?? today, [...days].sort().at(-1) ?? today];
  const points: Point[] = [];
  for (let monday = mondayOf(first); monday <= last && points.length < 260; monday = addDays(monday, WEEK)) {
    const on = addDays(monday, WEEK - 1);
    points.push({
      on,
      planned: dated.filter(({ dueOn }) => dueOn !== null && dueOn <= on).length,
      closed: monday > today ? null : dated.filter(({ closed }) => closed !== null && closed.on <= on).length,
    });
  }
  return points;
};
