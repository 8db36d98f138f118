import { addDays, daysBetween, type CivilDate } from '@rectify/domain';
import type { DueRow } from '../../../shared/calendar/due';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** The day on which the first date was given. */
  readonly from: CivilDate;
  readonly dueOn: CivilDate;
  /** The first date, where another stands now. */
  readonly original: CivilDate | null;
  readonly doneOn: CivilDate | null;
}

export interface Group {
  readonly problemId: string;
  readonly name: string;
  readonly bars: readonly Bar[];
}

const barOf = ({ kind, problem, measure, dueOn, doneOn, dates }: DueRow): Bar => {
  const [first] = dates;
  return {
    key: `${kind}:${measure?.id ?? problem.id}`,
    name: measure?.text ?? problem.title,
    from: first && first.on < dueOn ? first.on : dueOn,
    dueOn,
    original: first && first.dueOn !== dueOn ? first.dueOn : null,
    doneOn,
  };
};

/** Measures below their problem, problems in the order of their codes; a cycle of review is no span. */
export const groupsOf = (rows: readonly DueRow[]): readonly Group[] => {
  const groups = new Map<string, { name: string; bars: Bar[] }>();
  const ordered = [...rows].sort((a, b) => ((a.problem.code ?? '~') < (b.problem.code ?? '~') ? -1 : 1));
  for (const row of ordered.filter(({ kind }) => kind === 'problem' || kind === 'measure')) {
    const { id, code, title } = row.problem;
    const group = groups.get(id) ?? { name: [code, title].filter(Boolean).join(' '), bars: [] };
    if (row.kind === 'problem') group.bars.unshift(barOf(row));
    else group.bars.push(barOf(row));
    groups.set(id, group);
  }
  return [...groups].map(([problemId, group]) => ({ problemId, ...group }));
};

/** The span of all bars, and the place of a day in it as a share of a hundred. */
export const scaleOf = (groups: readonly Group[]) => {
  const days = groups.flatMap(({ bars }) =>
    bars.flatMap(({ from, dueOn, original }) => [from, dueOn, original ?? dueOn]),
  );
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const length = daysBetween(first, addDays(last, 1));
  const at = (day: CivilDate): number => (100 * daysBetween(first, day)) / length;
  const months = new Set<string>();
  for (let day = first; day <= last; day = addDays(day, 1)) months.add(day.slice(0, 7));
  return {
    first,
    last,
    at,
    months: [...months].map((month) => (`${month}-01` < first ? first : `${month}-01`)),
  };
};
