import type { Decider, Decision } from '../kernel/kernel';
import { markAway, markBack } from './absence';
import type { MarkAway, MarkBack } from './absence.commands';
import { decideAdministrator } from './administrator';
import type { AdministratorCommand, ProposalCommand } from './administrator.commands';
import type { OrganisationContext } from './context';
import { decideDelegation } from './delegation';
import type { DelegationCommand } from './delegation.commands';
import type { DirectoryEvent } from './directory.events';
import type { Directory, DirectoryState } from './directory.state';
import { evolve, initialState } from './directory.state';
import { decideGrant } from './grant';
import type { GrantCommand } from './grant.commands';
import { importOrganisation } from './import';
import type { ImportOrganisation } from './import.commands';
import { decideLeaving } from './leaving';
import type { LeavingCommand } from './leaving.commands';
import type { AppointToPost, EndTenure, RegisterPerson, RegisterUnit } from './organisation.commands';
import { decideProposal } from './proposal';
import { registerPerson, registerUnit } from './registration';
import { appointToPost, endTenure } from './tenure';

export type DirectoryCommand =
  | RegisterUnit
  | RegisterPerson
  | AppointToPost
  | EndTenure
  | ImportOrganisation
  | MarkAway
  | MarkBack
  | LeavingCommand
  | DelegationCommand
  | GrantCommand
  | AdministratorCommand
  | ProposalCommand;

const decide = (
  directory: Directory,
  command: DirectoryCommand,
  context: OrganisationContext,
): Decision<DirectoryEvent> => {
  switch (command.type) {
    case 'RegisterUnit':
      return registerUnit(directory, command.data, context);
    case 'RegisterPerson':
      return registerPerson(directory, command.data, context);
    case 'AppointToPost':
      return appointToPost(directory, command.data, context);
    case 'EndTenure':
      return endTenure(directory, command.data, context);
    case 'ImportOrganisation':
      return importOrganisation(directory, command.data, context);
    case 'MarkAway':
      return markAway(directory, command.data, context);
    case 'MarkBack':
      return markBack(directory, command.data, context);
    case 'NameAdministrator':
    case 'ReleaseAdministrator':
      return decideAdministrator(directory, command, context);
    case 'ProposeAppointment':
    case 'ConfirmAppointment':
    case 'DeclineAppointment':
      return decideProposal(directory, command, context);
    case 'Delegate':
    case 'RevokeDelegation':
      return decideDelegation(directory, command, context);
    case 'GrantReading':
    case 'RevokeReading':
      return decideGrant(directory, command, context);
    case 'RecordLeaving':
    case 'FreezePerson':
    case 'UnfreezePerson':
      return decideLeaving(directory, command, context);
  }
};

export const directoryDecider: Decider<
  DirectoryState,
  DirectoryCommand,
  DirectoryEvent,
  OrganisationContext
> = {
  initialState,
  decide,
  evolve,
};
