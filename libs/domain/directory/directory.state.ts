import type { CivilDate, DeepReadonly, Id, PersonId, Recorded, UnitId } from '../kernel/kernel';
import { evolveAbsence } from './absence';
import { evolveDelegation } from './delegation';
import { evolveProposal } from './proposal';
import type { DirectoryEvent } from './directory.events';
import { endGrantsOf, evolveGrant } from './grant';
import type { GrantReach } from './grant.commands';
import { admit, evolveLeaving } from './leaving';
import type { Post } from './posts';
import { begin, end } from './tenures';

export interface Unit {
  code: string;
  name: string;
  parentId: UnitId | null;
  /** In the order of their registration. */
  children: UnitId[];
}

export interface HeldPost {
  unitId: UnitId;
  post: Post;
  /** The day on which the tenure began; it goes on. */
  from: CivilDate;
}

/** A tenure that has ended, on its last day. */
export interface EndedTenure extends HeldPost {
  to: CivilDate;
}

/** An appointment that waits for its confirmation. */
export interface Proposal {
  unitId: UnitId;
  post: Post;
  personId: PersonId;
  by: PersonId;
  on: CivilDate;
}

/** Powers that somebody entrusted to somebody else; both days included. */
export interface Delegation {
  id: Id;
  from: PersonId;
  to: PersonId;
  powers: string[];
  startOn: CivilDate;
  endOn: CivilDate;
}

/** That somebody reads the records of a unit, the last day included. */
export interface Grant {
  id: Id;
  to: PersonId;
  unitId: UnitId;
  reach: GrantReach;
  endOn: CivilDate;
  on: CivilDate;
}

/** What became of a person whom the directory shut out once. */
export interface Standing {
  /** Rises with each leaving and freezing; a session or token of an earlier one is worth nothing. */
  epoch: number;
  barred: 'left' | 'frozen' | null;
  /** What they held then. A frozen person holds it again once unfrozen; who left does not. */
  held: HeldPost[];
}

/** The tree and who holds what now, with each person's latest ended tenures; all of them are in the log. */
export interface DirectoryState {
  root: UnitId | null;
  units: Record<UnitId, Unit>;
  unitByCode: Record<string, UnitId>;
  /** Posts by person, in order of appointment. */
  people: Record<PersonId, HeldPost[]>;
  /** By person, in the order in which they ended; of many only the latest (`tenures.ts`). */
  ended: Record<PersonId, EndedTenure[]>;
  /** People by unit and post, in order of appointment. */
  posts: Record<UnitId, Partial<Record<Post, PersonId[]>>>;
  unitCount: number;
  personCount: number;
  /** By person, both days included; those long over may still stand. */
  away: Record<PersonId, { from: CivilDate; to: CivilDate }[]>;
  /** Who is away on the day of the view (`attendedOn`); in the log's own state nobody. */
  absent: Record<PersonId, true>;
  administrators: Record<PersonId, true>;
  proposals: Record<Id, Proposal>;
  /** By who gave it; what is over may still stand. */
  delegations: Record<PersonId, Delegation[]>;
  /** What is in force on the day of the view (`attendedOn`); in the log's own state nothing. */
  entrusted: Record<PersonId, Delegation[]>;
  /** By unit; what is over may still stand. */
  grants: Record<UnitId, Grant[]>;
  /** What is in force on the day of the view (`attendedOn`), by who reads; in the log's own state nothing. */
  inspecting: Record<PersonId, Grant[]>;
  /** Of those only who left or were frozen at least once. */
  standing: Record<PersonId, Standing>;
}

/** What everybody else reads. */
export type Directory = DeepReadonly<DirectoryState>;

export const initialState = (): DirectoryState => ({
  root: null,
  units: {},
  unitByCode: {},
  people: {},
  ended: {},
  posts: {},
  unitCount: 0,
  personCount: 0,
  away: {},
  absent: {},
  administrators: {},
  proposals: {},
  delegations: {},
  entrusted: {},
  grants: {},
  inspecting: {},
  standing: {},
});

export const evolve = (draft: DirectoryState, event: DirectoryEvent, { version }: Recorded): void => {
  switch (event.type) {
    case 'UnitRegistered': {
      const { unitId, code, name, parentId } = event.data;
      draft.units[unitId] = { code, name, parentId, children: [] };
      draft.unitByCode[code] = unitId;
      draft.posts[unitId] = {};
      draft.unitCount += 1;
      if (parentId === null) draft.root = unitId;
      else draft.units[parentId]?.children.push(unitId);
      return;
    }
    case 'PersonRegistered':
      draft.people[event.data.personId] = [];
      draft.personCount += 1;
      return;
    case 'AppointedToPost': {
      const { personId, ...held } = event.data;
      begin(draft, personId, held);
      if (draft.standing[personId]?.barred === 'left') admit(draft, personId);
      return;
    }
    case 'AdministratorNamed':
      draft.administrators[event.data.personId] = true;
      endGrantsOf(draft, event.data.personId);
      return;
    case 'AdministratorReleased':
      delete draft.administrators[event.data.personId];
      return;
    case 'AppointmentProposed':
    case 'AppointmentConfirmed':
    case 'AppointmentDeclined':
      return evolveProposal(draft, event);
    case 'PowersDelegated':
    case 'DelegationRevoked':
      return evolveDelegation(draft, event);
    case 'ReadingGranted':
    case 'ReadingRevoked':
      return evolveGrant(draft, event);
    case 'PersonLeft':
    case 'PersonFrozen':
    case 'PersonUnfrozen':
      return evolveLeaving(draft, event, version);
    case 'AbsenceMarked':
    case 'AbsenceEnded':
      return evolveAbsence(draft, event);
    case 'TenureEnded': {
      const { unitId, post, personId, on } = event.data;
      end(draft, personId, on, (held) => held.unitId === unitId && held.post === post);
      return;
    }
  }
};
