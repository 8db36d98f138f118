import type { Reminder } from '../campaign/reminders';
import type { Directory } from '../directory/directory.state';
import type { PersonId, UnitId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';

/**
 * Why somebody gets a reminder: `holder`, it is theirs to do; `assign`, nobody of the list may act and they are asked to
 * put somebody there; `copy`, they are to know.
 */
export interface Recipient {
  readonly personId: PersonId;
  readonly as: 'holder' | 'assign' | 'copy';
}

/** Whom a reminder reaches as the directory stands at delivery, each person once: who must act comes before who is to know. */
export const recipients = (
  { to, copy }: Pick<Reminder, 'to' | 'copy'>,
  directory: Directory,
  unitId: UnitId,
): readonly Recipient[] => {
  const found = new Map<PersonId, Recipient>();
  const add = (personId: PersonId, as: Recipient['as']): void => {
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
