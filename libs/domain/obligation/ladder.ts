import { addDays, instantAt } from '../calendar/civil-date';
import { sendingHoursOf } from '../calendar/sending-hours';
import { nextWorkingDay, previousWorkingDay, type Calendar } from '../calendar/working-calendar';
import type { CivilDate, Instant } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { Obligation, ObligationKind } from './obligation';

/** One rung of a reminder ladder, data of the plan. `at` counts calendar days from the due day. */
export interface Rung {
  readonly rung: string;
  readonly at: number;
  readonly do: 'remind' | 'remindOverdue' | 'urge' | 'draftLetter' | 'escalate';
  readonly letter?: string;
  readonly to: readonly string[];
  readonly copy?: readonly string[];
}

export interface Ladders {
  readonly work: readonly Rung[];
  readonly decision: readonly Rung[];
  readonly answer: readonly Rung[];
  readonly byKind: { readonly [ladder in 'work' | 'decision' | 'answer']: readonly string[] };
  /** What the template's authors had in mind; when a rung falls due says the installation (`sendingHoursOf`). */
  readonly fallsDueAt: string;
}

export interface DatedRung extends Rung {
  readonly on: CivilDate;
  readonly dueAt: Instant;
}

/** The ladder that a kind of obligation climbs. */
export const ladderOf = (ladders: Ladders, kind: ObligationKind): readonly Rung[] => {
  const { byKind } = ladders;
  if (byKind.work.includes(kind)) return ladders.work;
  return byKind.answer.includes(kind) ? ladders.answer : ladders.decision;
};

type Dated = Pick<Obligation, 'kind' | 'dueOn' | 'armedOn'>;

/**
 * The rungs of one obligation with their days. Before the due day a day off moves to the working day before, from the
 * due day on to the one after; none on or before the day it arose or was re-armed (rulings §4). In order of their days.
 */
export const rungsOf = (ladders: Ladders, obligation: Dated, calendar: Calendar): readonly DatedRung[] =>
  rungReckoner(ladders, calendar)(obligation);

/** The same for many obligations: each ladder is dated once for a due day, however many share it. */
export const rungReckoner = (
  ladders: Ladders,
  calendar: Calendar,
): ((obligation: Dated) => readonly DatedRung[]) => {
  const known = reckoned(ladders, [calendar], () => new Map());
  return ({ kind, dueOn, armedOn }) => {
    const ladder = ladderOf(ladders, kind);
    const byDay = known.get(ladder) ?? new Map<CivilDate, readonly DatedRung[]>();
    known.set(ladder, byDay);
    const dated = byDay.get(dueOn) ?? dateLadder(ladder, dueOn, sendingHoursOf(calendar).from, calendar);
    byDay.set(dueOn, dated);
    const first = dated[0];
    return first && first.on > armedOn ? dated : dated.filter(({ on }) => on > armedOn);
  };
};

/** By ladder and due day; the same plan and calendar come with every command. */
type Reckoned = Map<readonly Rung[], Map<CivilDate, readonly DatedRung[]>>;
const reckoned = remembering<Ladders, Reckoned>();

const dateLadder = (
  ladder: readonly Rung[],
  dueOn: CivilDate,
  time: string,
  calendar: Calendar,
): readonly DatedRung[] =>
  ladder.map((rung) => {
    const day = addDays(dueOn, rung.at);
    const on = rung.at < 0 ? previousWorkingDay(calendar, day) : nextWorkingDay(calendar, day);
    return { ...rung, on, dueAt: instantAt(on, time) };
  });
