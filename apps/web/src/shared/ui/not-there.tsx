import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text';

/** No such page, or not for this reader: the two look alike, and neither names what was asked for. */
export const NotThere = () => {
  const { t } = useText();
  return (
    <div className="note" data-tone="attention">
      <p>{t('notThere.why')}</p>
      <p>
        <Link to="/todo">{t('notThere.back')}</Link>
      </p>
    </div>
  );
};
