import type { Post, UnitId } from '@rectify/domain';
import type { Person } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';

type Held = Person['posts'][number];

interface TenureSinceProps {
  readonly posts: readonly Held[];
  readonly unitId: UnitId;
  readonly post: Post;
}

/** Since when somebody holds the post. */
export const TenureSince = ({ posts, unitId, post }: TenureSinceProps) => {
  const { t } = useText();
  const today = useToday();
  const held = posts.find((each) => each.unitId === unitId && each.post === post);
  return held ? (
    <span className="muted small nowrap">{t('settings.since', { from: shortDay(held.from, today, t) })}</span>
  ) : null;
};

/** What somebody held, and from when until when. */
export const EndedTenures = ({ tenures }: { readonly tenures: readonly Held[] }) => {
  const { t } = useText();
  const today = useToday();
  if (tenures.length === 0) return null;
  return (
    <ul className="small muted" aria-label={t('settings.heldBefore')}>
      {tenures.map(({ unitName, post, from, to }, at) => (
        <li key={at}>
          {t('settings.tenure', {
            post: `${unitName} ${postName(post, t)}`,
            ...{ from: shortDay(from, today, t), to: to === null ? '' : shortDay(to, today, t) },
          })}
        </li>
      ))}
    </ul>
  );
};
