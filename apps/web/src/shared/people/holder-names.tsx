import type { Obligation } from '../api/types';
import { useText } from '../i18n/use-text';
import { Unbroken } from '../ui/unbroken';
import { postName } from './post-name';

/** Whom it waits for, with the post in which they act; or that nobody may, and who is to assign somebody. */
export const HolderNames = ({ holder }: { holder: Obligation['holder'] }) => {
  const { t } = useText();
  const names = holder.people
    .map(({ name, post }) => t('people.named', { name, post: postName(post, t) }))
    .join(t('people.and'));
  if (holder.how === 'nobody') return <>{t('people.nobody')}</>;
  return <Unbroken text={holder.how === 'instead' ? t('people.toAssign', { names }) : names} />;
};
