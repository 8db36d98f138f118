import { useState } from 'react';

const PREFIX = 'rectify.draft.';

const read = (key: string): unknown => {
  try {
    const kept = sessionStorage.getItem(PREFIX + key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
};

/** What was typed survives a reload and a sign-in again in this window, until it is done or somebody signs out. */
export const useDraft = <Value>(key: string, initial: Value): [Value, (value: Value) => void] => {
  const [value, setValue] = useState<Value>(() => (read(key) as Value | undefined) ?? initial);
  const keep = (next: Value) => {
    setValue(next);
    try {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next));
    } catch {
      // Storage is blocked or full: the text stays on the page.
    }
  };
  return [value, keep];
};

const forgetWhere = (isGone: (key: string) => boolean): void => {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && isGone(key.slice(PREFIX.length))) sessionStorage.removeItem(key);
    }
  } catch {
    // Blocked storage holds nothing.
  }
};

export const forgetDraft = (key: string): void => forgetWhere((kept) => kept === key);
/** On signing out: the next person at this desk sees nothing of it. */
export const forgetDrafts = (): void => forgetWhere(() => true);
