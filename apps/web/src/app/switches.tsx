import { switchLanguage } from '../shared/i18n/i18n';
import { useText } from '../shared/i18n/use-text';
import { setPreference } from '../shared/lib/preference';
import { PlainButton } from '../shared/ui/plain-button';
import { useSize } from './preferences';

/** 字号 and 中/EN stand on every page, signed in or not. */
export const Switches = () => {
  const { t, language } = useText();
  const size = useSize();
  return (
    <>
      <PlainButton
        look="text"
        aria-pressed={size === 'large'}
        onClick={() => setPreference('size', size === 'large' ? 'normal' : 'large')}
      >
        {t('shell.large')}
      </PlainButton>
      <PlainButton
        look="text"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage(language === 'en' ? 'zh-CN' : 'en')}
      >
        {t('shell.otherLanguage')}
      </PlainButton>
    </>
  );
};
