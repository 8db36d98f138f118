import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text';

/** A problem's number, and the way to it. */
export const CodeLink = ({ code }: { code: string | null }) => {
  const { t } = useText();
  if (code === null) return <>{t('ledger.noNumber')}</>;
  return (
    <Link to="/p/$code" params={{ code }}>
      {code}
    </Link>
  );
};
