import { useText } from '../i18n/use-text';
import { RowLink } from '../ui/row-link';

/** A problem's number, and the way to it. */
export const CodeLink = ({ code }: { code: string | null }) => {
  const { t } = useText();
  return code === null ? (
    <>{t('ledger.noNumber')}</>
  ) : (
    <RowLink target={{ to: '/p/$code', params: { code } }}>{code}</RowLink>
  );
};
