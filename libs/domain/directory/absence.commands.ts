import type { CivilDate, Message, PersonId } from '../kernel/kernel';

/** Both days included; why somebody is away is nobody's record. */
export type MarkAway = Message<'MarkAway', { personId: PersonId; from: CivilDate; to: CivilDate }>;
/** Back from today on, or not going at all. `from` names the absence. */
export type MarkBack = Message<'MarkBack', { personId: PersonId; from: CivilDate }>;
