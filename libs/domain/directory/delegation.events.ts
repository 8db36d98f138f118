import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';

export type DelegationEvent =
  | Message<
      'PowersDelegated',
      {
        delegationId: Id;
        from: PersonId;
        to: PersonId;
        powers: readonly string[];
        startOn: CivilDate;
        endOn: CivilDate;
        reason: string;
        on: CivilDate;
      }
    >
  | Message<'DelegationRevoked', { delegationId: Id; from: PersonId; on: CivilDate }>;
