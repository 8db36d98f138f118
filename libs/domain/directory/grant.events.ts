import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { GrantReach } from './grant.commands';

/** Both days included. What was read of the confidential stands in the record of readings. */
export type GrantEvent =
  | Message<
      'ReadingGranted',
      {
        grantId: Id;
        to: PersonId;
        unitId: UnitId;
        reach: GrantReach;
        endOn: CivilDate;
        reason: string;
        on: CivilDate;
      }
    >
  | Message<'ReadingRevoked', { grantId: Id; unitId: UnitId; on: CivilDate }>;
