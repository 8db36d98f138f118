import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';

/** How far a grant reads: F1 causes, measures and opinions; F2 also who answered, voted and pledged. */
export const grantReaches = ['F1', 'F2'] as const;
export type GrantReach = (typeof grantReaches)[number];

/** Lets somebody who inspects read the records of a unit, until a day that is included. It gives nothing to do. */
export type GrantReading = Message<
  'GrantReading',
  { grantId: Id; to: PersonId; unitId: UnitId; reach: GrantReach; endOn: CivilDate; reason: string }
>;
/** `unitId`: whose records. */
export type RevokeReading = Message<'RevokeReading', { grantId: Id; unitId: UnitId }>;

export type GrantCommand = GrantReading | RevokeReading;
