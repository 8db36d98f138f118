import type { Me, Unit } from '../../../shared/api/types';

/** Units whose posts the reader fills: those whose secretary they are, and those below. The directory has the last word. */
export const unitsFilled = ({ posts }: Pick<Me, 'posts'>, units: readonly Unit[]): readonly Unit[] => {
  const led = new Set(posts.filter(({ post }) => post === 'secretary').map(({ unitId }) => unitId));
  const parentOf = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]));
  const isFilled = (unitId: string | null | undefined): boolean =>
    unitId !== null && unitId !== undefined && (led.has(unitId) || isFilled(parentOf.get(unitId)));
  return units.filter(({ unitId }) => isFilled(unitId));
};

/** Whoever brings a whole organisation in: an administrator, and the secretary of the top unit. */
export const mayImport = (me: Pick<Me, 'posts' | 'administrator'>, units: readonly Unit[]): boolean =>
  me.administrator || unitsFilled(me, units).some(({ parentId }) => parentId === null);
