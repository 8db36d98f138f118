/** Who runs the system holds no power by it: administrators propose, and those who hold power confirm. */
import { civilDateOf } from '../calendar/civil-date';
import type { Actor, Decision } from '../kernel/kernel';
import { accept, refuse } from '../kernel/kernel';
import type { AdministratorCommand } from './administrator.commands';
import type { AdministratorEvent } from './administrator.events';
import { authorityOver } from './authority';
import type { OrganisationContext } from './context';
import { isActive, isAdministrator, isRegistered, standingOf } from './directory-view';
import type { Directory } from './directory.state';

export const ADMINISTRATORS = 10;

/** The top unit's secretary names and releases them, and nobody themselves. */
export const decideAdministrator = (
  directory: Directory,
  { type, data: { personId } }: AdministratorCommand,
  { actor, now }: OrganisationContext,
): Decision<AdministratorEvent> => {
  const { may, as } = authorityOver(directory, actor, directory.root ?? '');
  if (!may) return refuse('NOT_YOURS');
  if (!isRegistered(directory, personId)) return refuse('NOT_FOUND', { field: 'personId' });
  const on = civilDateOf(now);
  if (type === 'ReleaseAdministrator')
    return accept<AdministratorEvent>(
      isAdministrator(directory, personId) ? [{ type: 'AdministratorReleased', data: { personId, on } }] : [],
      as,
    );
  if (isAdministrator(directory, personId)) return accept<AdministratorEvent>([], as);
  if (isActive(directory, personId)) return refuse('ADMINISTRATOR_HOLDS_NO_POST', { field: 'personId' });
  const { barred } = standingOf(directory, personId);
  if (barred === 'frozen') return refuse('PERSON_FROZEN', { field: 'personId' });
  if (barred === 'left') return refuse('PERSON_LEFT', { field: 'personId' });
  if (Object.keys(directory.administrators).length >= ADMINISTRATORS)
    return refuse('LIMIT_REACHED', { field: 'personId', params: { max: ADMINISTRATORS } });
  return accept<AdministratorEvent>([{ type: 'AdministratorNamed', data: { personId, on } }], as);
};

export const isActingAdministrator = (directory: Directory, actor: Actor): boolean =>
  actor.kind === 'person' && isAdministrator(directory, actor.personId);
