import type { Me } from '../../../shared/api/types';
import type { LaunchDraft } from '../../../shared/launch/launch-draft';

/** What each step shows and changes. */
export interface StepOfDraft {
  readonly draft: LaunchDraft;
  readonly keep: (change: Partial<LaunchDraft>) => void;
}

/** Where the reader is the secretary. */
export type OwnUnit = Me['posts'][number];
