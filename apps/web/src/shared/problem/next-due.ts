import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';

type Awaited = Problem['waitsFor'][number];

/** The earliest act that is awaited; null where nothing is. */
export const nextAwaited = ({ waitsFor }: Problem): Awaited | null =>
  waitsFor.reduce<Awaited | null>(
    (first, each) => (first === null || each.dueOn < first.dueOn ? each : first),
    null,
  );

export const nextDue = (problem: Problem): CivilDate | null => nextAwaited(problem)?.dueOn ?? null;
