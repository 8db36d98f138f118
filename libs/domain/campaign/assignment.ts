import { isActive } from '../directory/directory-view';
import type { PersonId } from '../kernel/kernel';
import type { RefusalCode } from '../kernel/refusal-codes';
import { resolveHolder } from '../obligation/holder';
import type { DutyKind, Holder } from '../obligation/obligation';
import type { Campaign } from './campaign.state';
import type { CampaignContext } from './context';

const judging: readonly (DutyKind | undefined)[] = [
  'triager',
  'reviewer',
  'checker',
  'acceptor',
  'signer',
  'examiner',
];

/**
 * Why a person cannot be put in a duty, or null: they hold no post; the one who names them is themselves and would
 * judge, without holding that duty anyhow; or separation of duties would refuse them at once.
 */
export const assignmentAtFault = (
  { unitId }: Campaign,
  holder: Holder,
  { person, by }: { readonly person: PersonId; readonly by: PersonId },
  { directory }: CampaignContext,
): Extract<RefusalCode, 'PERSON_UNKNOWN' | 'SELF_ASSIGNMENT' | 'SEPARATION_OF_DUTIES'> | null => {
  if (!isActive(directory, person)) return 'PERSON_UNKNOWN';
  if (person === by && judging.includes(holder.duty?.kind)) {
    const anyhow = resolveHolder({ ...holder, person: null }, directory, unitId);
    if (anyhow.how !== 'holder' || !anyhow.people.some(({ personId }) => personId === by))
      return 'SELF_ASSIGNMENT';
  }
  const asked = resolveHolder({ ...holder, person }, directory, unitId);
  return asked.how === 'holder' ? null : 'SEPARATION_OF_DUTIES';
};
