import type { CivilDate } from '../kernel/kernel';

export interface Busiest {
  readonly day: CivilDate;
  readonly count: number;
}

/** How much falls due on each day. */
export const countByDay = (
  owed: readonly { readonly dueOn: CivilDate }[],
): ReadonlyMap<CivilDate, number> => {
  const days = new Map<CivilDate, number>();
  for (const { dueOn } of owed) days.set(dueOn, (days.get(dueOn) ?? 0) + 1);
  return days;
};

/** The first day on which most of it does; null where nothing falls due. */
export const busiest = (days: ReadonlyMap<CivilDate, number>): Busiest | null =>
  [...days].reduce<Busiest | null>(
    (most, [day, count]) =>
      most === null || count > most.count || (count === most.count && day < most.day) ? { day, count } : most,
    null,
  );
