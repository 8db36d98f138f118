import { usePreference } from './preference';

const VALUES = ['on', 'off'] as const;

/** Whether single keys do something (WCAG 2.1.4): who speaks to the computer, or whose hands slip, switches them off. */
export const useSingleKeys = (): boolean => usePreference('keys', VALUES, 'on') === 'on';
