import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

const PREFIX = 'rectify.';
const OWNER = 'owner';

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
};

/** Kept in this browser; where storage is blocked, for this page only. */
const kept = new Map<string, string>();

const keep = (name: string, value: string): void => {
  kept.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Blocked storage: the choice holds until the page is left.
  }
};

const found = (name: string): string | null => kept.get(name) ?? read(name);

/** Whose choices count; '' before anybody has signed in. At a desk that several share, each meets their own. */
const owner = (): string => found(OWNER) ?? '';

const own = (name: string): string => `${owner()}.${name}`;

/** The owner's choice, else the last that was made in this browser, so that signing in looks as it did. */
export const preference = <Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value => {
  const chosen = (found(own(name)) ?? found(name)) as Value | null;
  return chosen !== null && values.includes(chosen) ? chosen : fallback;
};

const tell = (): void => {
  for (const listener of listeners) listener();
};

export const setPreference = (name: string, value: string): void => {
  keep(name, value);
  if (owner() !== '') keep(own(name), value);
  tell();
};

/** Whoever signed in brings their own choices. */
export const setPreferenceOwner = (personId: string): void => {
  if (owner() === personId) return;
  keep(OWNER, personId);
  tell();
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
