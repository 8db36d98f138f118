import { ChoiceField } from '../shared/fields/choice-field';
import { useText } from '../shared/i18n/use-text';
import { setPreference } from '../shared/lib/preference';
import { useSingleKeys } from '../shared/lib/single-keys';
import { PALETTES, SCHEMES, SIZES, usePalette, useScheme, useSize } from './preferences';

/** How the pages look to whoever signed in here; each choice is kept for them in this browser, at once. */
const DisplayPanel = () => {
  const { t } = useText();
  return (
    <div className="stack">
      <ChoiceField
        legend={t('display.size')}
        value={useSize()}
        options={SIZES.map((value) => ({ value, label: t(`display.size.${value}`) }))}
        onChange={(value) => setPreference('size', value)}
      />
      <ChoiceField
        legend={t('display.scheme')}
        value={useScheme()}
        options={SCHEMES.map((value) => ({ value, label: t(`display.scheme.${value}`) }))}
        onChange={(value) => setPreference('scheme', value)}
      />
      <ChoiceField
        legend={t('display.palette')}
        value={usePalette()}
        options={PALETTES.map((value) => ({ value, label: t(`display.palette.${value}`) }))}
        onChange={(value) => setPreference('palette', value)}
      />
      <ChoiceField
        legend={t('display.keys')}
        value={useSingleKeys() ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, label: t(`display.keys.${value}`) }))}
        onChange={(value) => setPreference('keys', value)}
      />
    </div>
  );
};

export default DisplayPanel;
