import type { CivilDate, Id, Message, PersonId } from '../kernel/kernel';

/** The sender's own powers, by the names of commands, for a while. Both days included. */
export type Delegate = Message<
  'Delegate',
  {
    delegationId: Id;
    to: PersonId;
    powers: readonly string[];
    startOn: CivilDate;
    endOn: CivilDate;
    reason: string;
  }
>;
/** By who gave it, by who got it, or by whoever may end every tenure of who gave it. */
export type RevokeDelegation = Message<'RevokeDelegation', { delegationId: Id; from: PersonId }>;

export type DelegationCommand = Delegate | RevokeDelegation;
