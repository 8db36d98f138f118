import type { PersonId, Recorded } from '../kernel/kernel';
import type { Deed } from './campaign.state';

/** The acting person; the system never does what needs one. */
export const person = ({ actor }: Recorded): PersonId =>
  actor.kind === 'person' ? actor.personId : 'system';

export const deed = (recorded: Recorded, { on }: { readonly on: string }): Deed => {
  const { actor } = recorded;
  const as =
    actor.kind === 'person' && actor.unitId && actor.post ? { unitId: actor.unitId, post: actor.post } : null;
  return { by: person(recorded), as, on };
};

export const addOnce = (list: PersonId[] | undefined, id: PersonId): void => {
  if (list && !list.includes(id)) list.push(id);
};
