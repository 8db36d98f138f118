import type { LaunchPreview } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';

/** 材料: what is looked at and what is written anew, as far as the template says it. Nothing where it says nothing. */
export const Materials = ({ materials: { looked, written } }: Pick<LaunchPreview, 'materials'>) => {
  const { t } = useText();
  if (looked.length === 0 && written === 0) return null;
  return (
    <div data-launch="materials">
      <p>
        {looked.length > 0 ? t('burden.looked', { count: looked.length }) : null}
        {written > 0 ? t('burden.written', { count: written }) : null}
      </p>
      {looked.length > 0 ? (
        <details>
          <summary>{t('burden.lookedEach')}</summary>
          <p>{looked.join(t('people.and'))}</p>
        </details>
      ) : null}
    </div>
  );
};
