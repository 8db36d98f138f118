import { useQuery } from '@tanstack/react-query';
import type { UnitId } from '@rectify/domain';
import { queries } from '../api/queries';
import type { Person } from '../api/types';
import { useText } from '../i18n/use-text';
import { usePostNames } from '../people/post-name';
import { Unread } from '../ui/unread';
import type { FieldProps } from './field';
import { SelectField } from './select-field';

interface PersonProps extends FieldProps {
  readonly value: string;
  readonly onChange: (personId: string) => void;
  /** People of this unit stand first. */
  readonly unitId: UnitId;
  /** What choosing nobody means. */
  readonly nobody: string;
  /** Who holds no post may be named too. */
  readonly withoutPost?: boolean;
}

/** Frozen people and administrators hold none; who left may come back. */
const mayHoldOne = ({ standing }: Person): boolean => standing === 'noPost' || standing === 'left';

/** Whoever holds a post; '' is nobody named. */
export const PersonField = ({ unitId, nobody, withoutPost = false, ...field }: PersonProps) => {
  const { t } = useText();
  const holders = useQuery(queries.people());
  const others = useQuery({ ...queries.otherPeople(), enabled: withoutPost });
  const postNames = usePostNames();
  const own = (posts: Person['posts']) => posts.some((held) => held.unitId === unitId);
  const options = [...(holders.data ?? []), ...(withoutPost ? (others.data ?? []).filter(mayHoldOne) : [])]
    .sort((a, b) => Number(own(b.posts)) - Number(own(a.posts)))
    .map(({ personId, name, posts }) => ({
      value: personId,
      label: posts.length > 0 ? t('people.named', { name, post: postNames(posts, unitId) }) : name,
    }));
  return (
    <>
      <Unread query={holders.error ? holders : others} />
      <SelectField {...field} options={[{ value: '', label: nobody }, ...options]} />
    </>
  );
};
