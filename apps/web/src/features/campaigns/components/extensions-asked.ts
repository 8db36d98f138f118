import type { PersonId } from '@rectify/domain';
import type { Problem } from '../../../shared/api/types';

export interface Asked {
  readonly problem: Problem;
  /** The decision, where it is the reader's now. */
  readonly mine: string | null;
}

/** 延期审批中: each request that is not decided, those that wait for the reader first. */
export const extensionsAsked = (problems: readonly Problem[], me: PersonId | null): readonly Asked[] => {
  const asked = problems
    .filter(({ extension }) => extension !== null)
    .map((problem): Asked => {
      const decision = problem.waitsFor.find(({ kind }) => kind === 'decideExtension');
      const isMine = decision?.holder.people.some(({ personId }) => personId === me) ?? false;
      return { problem, mine: isMine && decision ? decision.obligation : null };
    });
  return [...asked.filter(({ mine }) => mine !== null), ...asked.filter(({ mine }) => mine === null)];
};
