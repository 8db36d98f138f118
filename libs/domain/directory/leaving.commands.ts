import type { Message, PersonId } from '../kernel/kernel';

/** Transferred, retired or dead: why is nobody's record. Who comes back is appointed anew. */
export type RecordLeaving = Message<'RecordLeaving', { personId: PersonId }>;
/** Suspended from everything until unfrozen; why is nobody's record either. */
export type FreezePerson = Message<'FreezePerson', { personId: PersonId }>;
export type UnfreezePerson = Message<'UnfreezePerson', { personId: PersonId }>;

export type LeavingCommand = RecordLeaving | FreezePerson | UnfreezePerson;
