import { useMutation, useQuery } from '@tanstack/react-query';
import { send } from '../api/client';
import { queries } from '../api/queries';
import { useText } from '../i18n/use-text';
import { PlainButton } from './plain-button';
import { RefusalNote } from './problem-note';
import { Unread } from './unread';

const WORDS = { start: 'signIn.oidc', link: 'account.link', confirm: 'signIn.oidcConfirm' } as const;

interface OidcButtonProps {
  readonly purpose: keyof typeof WORDS;
  /** A page of ours: where the way ends. */
  readonly returnTo: string;
  /** Before it goes away, where something has to be proven first. */
  readonly before?: () => Promise<void>;
}

/** What the provider of identities is called; null where the installation has none. */
export const useOidcName = (): string | null => {
  const { t } = useText();
  const offer = useQuery(queries.oidc()).data;
  return offer?.offered ? (offer.name ?? t('signIn.oidcName')) : null;
};

/** To the provider of identities: the browser leaves this page, and comes back by /oidc. Absent where there is none. */
export const OidcButton = ({ purpose, returnTo, before }: OidcButtonProps) => {
  const { t } = useText();
  const offer = useQuery(queries.oidc());
  const name = useOidcName();
  const go = useMutation({
    mutationFn: async () => {
      await before?.();
      const { url } = await send<{ url: string }>(`/api/oidc/${purpose}`, {
        method: 'POST',
        body: { returnTo },
      });
      window.location.assign(url);
    },
  });
  if (name === null) return <Unread query={offer} />;
  return (
    <>
      <PlainButton isBusy={go.isPending} onClick={() => go.mutate()}>
        {t(WORDS[purpose], { name })}
      </PlainButton>
      {go.error ? <RefusalNote error={go.error} /> : null}
    </>
  );
};
