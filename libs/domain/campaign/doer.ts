import { capacityOf, type PersonId, type Recorded } from '../kernel/kernel';
import type { CampaignState, Deed } from './campaign.state';

/** The acting person; the system never does what needs one. */
export const person = ({ actor }: Recorded): PersonId =>
  actor.kind === 'person' ? actor.personId : 'system';

export const deed = (recorded: Recorded, { on }: { readonly on: string }): Deed => {
  const { actor } = recorded;
  const as =
    actor.kind === 'person' && actor.unitId && actor.post
      ? capacityOf({ ...actor, unitId: actor.unitId, post: actor.post })
      : null;
  return { by: person(recorded), as, on };
};

/** Whose part an act is: who did it, and on whose behalf. */
export const persons = (recorded: Recorded): readonly PersonId[] => {
  const { actor } = recorded;
  return actor.kind === 'person' && actor.onBehalfOf
    ? [actor.personId, actor.onBehalfOf]
    : [person(recorded)];
};

export const addOnce = (list: PersonId[] | undefined, ...ids: readonly PersonId[]): void => {
  for (const id of ids) if (list && !list.includes(id)) list.push(id);
};

/** Whether a step of the plan's chain covers the lead's: the last one stands for all steps that its person may take. */
export const coversLead = (
  { plan }: Pick<CampaignState, 'plan'>,
  { step, last }: { readonly step: number; readonly last: boolean },
): boolean => plan.planChain.slice(step, last ? undefined : step + 1).some((planned) => 'duty' in planned);
