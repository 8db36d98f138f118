import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useSignOut } from '../features/session/api/session';
import { queries } from '../shared/api/queries';
import { useText } from '../shared/i18n/use-text';
import { postName } from '../shared/people/post-name';
import { Disclosure } from '../shared/ui/disclosure';
import { Pending } from '../shared/ui/pending';

const SwitchPerson = lazy(() => import('../features/session/components/switch-person'));

/** Who is signed in, in which posts, and the way out. */
export const UserMenu = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const me = useQuery(queries.me()).data;
  const signOut = useSignOut(() => void navigate({ to: '/sign-in' }));
  if (!me) return null;
  const [first] = me.posts;
  const label = first ? (
    <>
      <span className="desk-only">{t('people.named', { name: me.name, post: postName(first.post, t) })}</span>
      {/* The posts stand below, once it is opened. */}
      <span className="phone-only">{me.name}</span>
    </>
  ) : (
    me.name
  );
  return (
    <Disclosure label={label}>
      {(close) => (
        <>
          <ul className="small">
            {me.posts.map(({ unitId, unitName, post }) => (
              <li key={`${unitId}${post}`}>
                {unitName} {postName(post, t)}
              </li>
            ))}
          </ul>
          <Link to="/account" onClick={close}>
            {t('account.title')}
          </Link>
          <Link to="/settings/delegation" onClick={close}>
            {t('settings.delegation')}
          </Link>
          <Link to="/audit" onClick={close}>
            {t('audit.title')}
          </Link>
          <Link to="/keys" onClick={close}>
            {t('keys.title')}
          </Link>
          {me.mode === 'demo' ? (
            <Suspense fallback={<Pending lines={2} />}>
              <SwitchPerson account={me.account} />
            </Suspense>
          ) : null}
          <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
            {t('session.signOut')}
          </Button>
        </>
      )}
    </Disclosure>
  );
};
