import type { CivilDate, PersonId } from '../kernel/kernel';
import type { Obligation } from '../obligation/obligation';

/** Minutes that one thing asks of a person: estimates, to be set right by what is observed (decision record 21). */
export const EFFORT = {
  item: 1.5,
  decision: 2,
  /** One new paper, such as the record of an activity. */
  paper: 6,
  finding: 8,
  plan: 10,
  report: 20,
} as const;

/** What every problem that is found asks on top: to write it down, plan, report and prove it. */
export const MINUTES_A_FINDING = EFFORT.finding + EFFORT.plan + EFFORT.report + EFFORT.paper;

/** Most minutes of one person in one month up to which a burden is so called; beyond the last it is heavy. */
const LIGHT = 120;
const MODERATE = 240;

export const minutesOf = ({ kind, action }: Pick<Obligation, 'kind' | 'action'>): number => {
  const { answers } = action.defaults;
  if (kind === 'answerCheckItem') return EFFORT.item * (Array.isArray(answers) ? answers.length : 0);
  if (kind === 'planActivity') return EFFORT.paper;
  return kind === 'draftPledgeText' ? EFFORT.plan : EFFORT.decision;
};

/** One thing that is asked of the first of these who does it: each bears a part. */
export interface Asked {
  readonly people: readonly PersonId[];
  readonly minutes: number;
  readonly dueOn: CivilDate;
}

export interface Burden {
  readonly people: number;
  /** All together, and of each on average, rounded up. */
  readonly minutes: number;
  readonly average: number;
  /** Who is asked for most; null where nobody is asked for anything. */
  readonly most: { readonly personId: PersonId; readonly minutes: number; readonly count: number } | null;
  readonly band: 'light' | 'moderate' | 'heavy';
}

export const burdenOf = (asked: readonly Asked[]): Burden => {
  const each = new Map<PersonId, { minutes: number; count: number; months: Map<string, number> }>();
  for (const { people, minutes, dueOn } of asked)
    for (const personId of people) {
      const known = each.get(personId) ?? { minutes: 0, count: 0, months: new Map<string, number>() };
      const part = minutes / people.length;
      const month = dueOn.slice(0, 7);
      known.months.set(month, (known.months.get(month) ?? 0) + part);
      each.set(personId, { ...known, minutes: known.minutes + part, count: known.count + 1 });
    }
  const all = [...each.values()].reduce((sum, { minutes }) => sum + minutes, 0);
  const [first] = [...each].sort(([, a], [, b]) => b.minutes - a.minutes);
  const fullest = Math.max(0, ...[...each.values()].flatMap(({ months }) => [...months.values()]));
  return {
    people: each.size,
    minutes: Math.ceil(all),
    average: each.size === 0 ? 0 : Math.ceil(all / each.size),
    most: first ? { personId: first[0], minutes: Math.ceil(first[1].minutes), count: first[1].count } : null,
    band: fullest <= LIGHT ? 'light' : fullest <= MODERATE ? 'moderate' : 'heavy',
  };
};
