import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';

/** The day of the earliest act that is awaited; null where nothing is. */
export const nextDue = ({ waitsFor }: Problem): CivilDate | null =>
  waitsFor.reduce<CivilDate | null>(
    (first, { dueOn }) => (first === null || dueOn < first ? dueOn : first),
    null,
  );
