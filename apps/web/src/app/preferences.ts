import { usePreference } from '../shared/lib/preference';
import type { Size } from './paint';

const SIZES = ['normal', 'large'] as const satisfies readonly Size[];

/** Kept per browser; a visible switch, as the norm for older readers asks. */
export const useSize = (): Size => usePreference('size', SIZES, 'normal');
