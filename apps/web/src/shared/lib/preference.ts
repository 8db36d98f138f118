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

type Hearer = (name: string, value: string) => void;
const hearers = new Set<Hearer>();

/** Told of each choice that is made here. */
export const onChosen = (hearer: Hearer): (() => void) => {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
};

export const setPreference = (name: string, value: string): void => {
  keep(name, value);
  if (owner() !== '') keep(own(name), value);
  tell();
  for (const hearer of hearers) hearer(name, value);
};

/** Whoever signed in brings their own choices: those that the server has of them count before this browser's. */
export const setPreferenceOwner = (personId: string, brought: Readonly<Record<string, unknown>>): void => {
  keep(OWNER, personId);
  for (const [name, value] of Object.entries(brought)) {
    // What is no word, such as views of the ledger, is read where it is used.
    if (typeof value === 'string') keep(own(name), value);
  }
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
