import type { UnitId } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useCallback } from 'react';
import { useText, type Say } from '../i18n/use-text';

/** A post's name in the reader's language; an unknown one shows its code. */
export const postName = (post: string, t: Say): string => t(`post.${post}` as MessageKey);

interface Held {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly post: string;
}

/** Somebody's posts as one text: those in this unit bare, others with their unit's name. */
export const usePostNames = () => {
  const { t } = useText();
  return useCallback(
    (posts: readonly Held[], unitId: UnitId): string => {
      const own = posts.filter((held) => held.unitId === unitId);
      const shown = own.length > 0 ? own : posts;
      return shown
        .map(({ unitId: at, unitName, post }) =>
          at === unitId ? postName(post, t) : `${unitName} ${postName(post, t)}`,
        )
        .join(t('people.and'));
    },
    [t],
  );
};
