import type { Reminder } from '../campaign/reminders';
import type { Directory } from '../directory/directory.state';
import type { Id, PersonId, UnitId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import { reachesPersons, type Channel } from './channels';

/**
 * Why somebody gets a reminder: `holder`, it is theirs to do; `assign`, nobody of the list may act and they are asked to
 * put somebody there; `copy`, they are to know; `unit`, whoever reads the channel reads it for the unit; `concerned`, it
 * is an outcome, and nobody's to do.
 */
export interface Recipient {
  /** A person, or with `unit` the unit. */
  readonly personId: Id;
  readonly as: 'holder' | 'assign' | 'copy' | 'unit' | 'concerned';
}

/** What delivery knows of a row: a reminder's holders, and of an outcome whose deed it was. */
export type Addressed = Pick<Reminder, 'to' | 'copy'> & {
  readonly outcome?: { readonly by: PersonId | null } | null;
};

/**
 * Whom a reminder reaches over a channel as the directory stands at delivery, each once: who must act comes before who is
 * to know. A channel that reaches no persons is told once for the unit. An outcome goes to persons alone, to those whom it
 * concerns and never to the one who brought it about; where there is nobody, to nobody.
 */
export const recipients = (
  { to, copy, outcome = null }: Addressed,
  directory: Directory,
  unitId: UnitId,
  channel: Channel,
): readonly Recipient[] => {
  if (outcome !== null && !reachesPersons(channel)) return [];
  if (!reachesPersons(channel)) return [{ personId: unitId, as: 'unit' }];
  const found = new Map<Id, Recipient>();
  const add = (personId: Id, as: Recipient['as']): void => {
    if (!found.has(personId)) found.set(personId, { personId, as });
  };
  for (const holder of to) {
    const { people, how } = resolveHolder(holder, directory, unitId);
    for (const { personId } of people) {
      if (outcome === null) add(personId, how === 'holder' ? 'holder' : 'assign');
      else if (how === 'holder' && personId !== outcome.by) add(personId, 'concerned');
    }
  }
  for (const holder of copy) {
    for (const { personId } of resolveHolder(holder, directory, unitId).people) add(personId, 'copy');
  }
  return [...found.values()];
};
