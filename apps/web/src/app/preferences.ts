import { usePreference } from '../shared/lib/preference';
import type { Size } from './paint';
import type { LightPalette } from './palette';

export const SIZES = ['normal', 'large'] as const satisfies readonly Size[];
export const SCHEMES = ['system', 'light', 'dark'] as const;
export const PALETTES = [
  'greenYellowRed',
  'blueYellowRed',
  'blueOrangeRed',
] as const satisfies readonly LightPalette[];

/** A visible switch, as the norm for older readers asks. */
export const useSize = (): Size => usePreference('size', SIZES, 'normal');
export const useScheme = (): (typeof SCHEMES)[number] => usePreference('scheme', SCHEMES, 'system');
/** Units differ in the colours of their supervision slips; shapes and words stay. */
export const usePalette = (): LightPalette => usePreference('palette', PALETTES, 'greenYellowRed');
