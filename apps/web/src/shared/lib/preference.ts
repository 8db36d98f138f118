import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`rectify.${name}`);
  } catch {
    return null;
  }
};

/** Kept in this browser; where storage is blocked, for this page only. */
const kept = new Map<string, string>();

export const preference = <Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value => {
  const found = (kept.get(name) ?? read(name)) as Value | null;
  return found !== null && values.includes(found) ? found : fallback;
};

export const setPreference = (name: string, value: string): void => {
  kept.set(name, value);
  try {
    localStorage.setItem(`rectify.${name}`, value);
  } catch {
    // Blocked storage: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreference = <Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value => useSyncExternalStore(subscribe, () => preference(name, values, fallback));
