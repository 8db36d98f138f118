/** An account is a door to the room of its person: whoever opens or closes one comes to hold nothing by it. */
import type { Actor, PersonId } from '../kernel/kernel';
import { isActingAdministrator } from './administrator';
import { authorityOverPerson } from './authority';
import { isRegistered } from './directory-view';
import type { Directory } from './directory.state';

/** More of one person than of any purpose that the field knows: the daily one, one for abroad, one that is being replaced. */
export const ACCOUNT_LIMITS = { perPerson: 5 } as const;

/** Who opens and closes accounts of somebody: administrators, and whoever may end every tenure of theirs. Nobody their own. */
export const keepsAccountsOf = (directory: Directory, actor: Actor, personId: PersonId): boolean => {
  const isOwn = actor.kind === 'person' && actor.personId === personId;
  if (isOwn || !isRegistered(directory, personId)) return false;
  return isActingAdministrator(directory, actor) || authorityOverPerson(directory, actor, personId).may;
};

/** Who begins a password for somebody, and so could enter in their name: never an administrator, who would take power by it. */
export const beginsPasswordOf = (directory: Directory, actor: Actor, personId: PersonId): boolean =>
  isRegistered(directory, personId) && authorityOverPerson(directory, actor, personId).may;
