import type { TimelineEntry } from '../api/types';
import type { Say } from '../i18n/use-text';
import { postName } from '../people/post-name';

/** Whoever did it, with the post in which they did; where that is not shown, that it is not. */
export const actorText = ({ by, masked }: Pick<TimelineEntry, 'by' | 'masked'>, t: Say): string => {
  if (by === null) return t(masked.includes('by') ? 'people.withheld' : 'people.system');
  return by.post === null ? by.name : t('people.named', { name: by.name, post: postName(by.post, t) });
};
