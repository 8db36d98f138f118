import type { CivilDate, Id, Message, PersonId, UnitId } from '../kernel/kernel';
import type { Post } from './posts';

/**
 * A file of the organisation: what is there already stays as it is, the rest is registered, appointed or proposed. Ids are
 * given in as ever; units are named by their codes, within the file and beyond it.
 */
export type ImportOrganisation = Message<
  'ImportOrganisation',
  {
    units: readonly ImportedUnit[];
    people: readonly { readonly personId: PersonId }[];
    posts: readonly ImportedPost[];
  }
>;

export interface ImportedUnit {
  readonly unitId: UnitId;
  readonly code: string;
  readonly name: string;
  /** The code of the unit above; null of the top one. */
  readonly parent: string | null;
}

export interface ImportedPost {
  /** The code of the unit. */
  readonly unit: string;
  readonly post: Post;
  readonly personId: PersonId;
  /** The day on which the tenure began; of a proposal it begins with its confirmation. */
  readonly from?: CivilDate;
  /** Names the proposal, where it comes to one. */
  readonly proposalId: Id;
}
