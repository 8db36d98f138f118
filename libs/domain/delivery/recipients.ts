import type { Reminder } from '../campaign/reminders';
import type { Directory } from '../directory/directory.state';
import type { Id, UnitId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import { reachesPersons, type Channel } from './channels';

/**
 * Why somebody gets a reminder: `holder`, it is theirs to do; `assign`, nobody of the list may act and they are asked to
 * put somebody there; `copy`, they are to know; `unit`, whoever reads the channel reads it for the unit.
 */
export interface Recipient {
  /** A person, or with `unit` the unit. */
  readonly personId: Id;
  readonly as: 'holder' | 'assign' | 'copy' | 'unit';
}

/**
 * Whom a reminder reaches over a channel as the directory stands at delivery, each once: who must act comes before who is
 * to know. A channel that reaches no persons is told once for the unit.
 */
export const recipients = (
  { to, copy }: Pick<Reminder, 'to' | 'copy'>,
  directory: Directory,
  unitId: UnitId,
  channel: Channel,
): readonly Recipient[] => {
  if (!reachesPersons(channel)) return [{ personId: unitId, as: 'unit' }];
  const found = new Map<Id, Recipient>();
  const add = (personId: Id, as: Recipient['as']): void => {
    if (!found.has(personId)) found.set(personId, { personId, as });
  };
  for (const holder of to) {
    const { people, how } = resolveHolder(holder, directory, unitId);
    for (const { personId } of people) add(personId, how === 'holder' ? 'holder' : 'assign');
  }
  for (const holder of copy) {
    for (const { personId } of resolveHolder(holder, directory, unitId).people) add(personId, 'copy');
  }
  return [...found.values()];
};
