import { Link } from '@tanstack/react-router';
import { useText } from '../../../shared/i18n/use-text';

/** Where problems come from. */
export const ToScreening = ({ code }: { code: string }) => {
  const { t } = useText();
  return (
    <Link to="/c/$code/screening" params={{ code }}>
      {t('tab.toScreening')}
    </Link>
  );
};
