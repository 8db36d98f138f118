import type { CivilDate, Id, OptionalStageKind } from '@rectify/domain';
import { forgetDraft, useDraft } from '../decision/drafts';
import { newId } from '../lib/new-id';

/** What is chosen of a launch so far; null stands for what the launch itself takes then. */
export interface LaunchDraft {
  /** Of the campaign that is to be, and of the effect: launching twice is one launch. */
  readonly id: Id;
  readonly template: string | null;
  readonly unitId: Id | null;
  readonly startOn: CivilDate | null;
  readonly leaveOut: readonly OptionalStageKind[];
  readonly spreadAnswers: boolean;
}

const KEY = 'launch';

const empty = (id: Id): LaunchDraft => ({
  ...{ id, template: null, unitId: null, startOn: null },
  ...{ leaveOut: [], spreadAnswers: false },
});

/** The one draft of this window, until it is launched, given up or somebody signs out. An address of another begins anew. */
export const useLaunchDraft = (id?: Id): [LaunchDraft, (change: Partial<LaunchDraft>) => void] => {
  const [kept, keep] = useDraft<LaunchDraft>(KEY, empty(id ?? newId()));
  const draft = id === undefined || kept.id === id ? kept : empty(id);
  return [draft, (change) => keep({ ...draft, ...change })];
};

export const forgetLaunchDraft = (): void => forgetDraft(KEY);
