/** What a key means outside of fields; a bare key opens and goes, it never decides. */
export const meanings = {
  '?': 'help',
  '/': 'search',
  'g t': 'todo',
  'g c': 'campaigns',
  'g l': 'ledger',
  'g r': 'calendar',
  j: 'down',
  k: 'up',
  '[': 'previous',
  ']': 'next',
  a: 'approve',
  r: 'return',
  x: 'select',
  e: 'edit',
  p: 'print',
  '.': 'asOf',
} as const;
export type Meaning = (typeof meanings)[keyof typeof meanings];

const BEGINS = 'g';
/** So long the second key of two is waited for. */
export const TOGETHER_MS = 1_200;

export interface Pressed {
  readonly key: string;
  /** The key before, where it came a moment ago. */
  readonly before: string | null;
}

const known = (keys: string): Meaning | null =>
  Object.hasOwn(meanings, keys) ? meanings[keys as keyof typeof meanings] : null;

/** The meaning, or the beginning of one, or nothing. */
export const meaningOf = ({ key, before }: Pressed): { meaning: Meaning | null; begun: string | null } => {
  if (before === BEGINS) {
    const both = known(`${before} ${key}`);
    if (both) return { meaning: both, begun: null };
  }
  if (key === BEGINS) return { meaning: null, begun: BEGINS };
  // A single key may not stand for two: `g t` is no meaning of `t`.
  return { meaning: known(key), begun: null };
};

interface Target {
  readonly tagName: string;
  readonly isContentEditable: boolean;
  readonly type?: string | undefined;
}

const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT'];
/** Fields in which no letter is typed. */
const UNTYPED = ['checkbox', 'radio', 'button', 'submit'];

interface KeyEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** Keys are dead where somebody types, while characters are composed, and beside another key that the browser knows. */
export const isDead = (event: KeyEvent, target: Target | null): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.isComposing ||
  event.key === 'Process' ||
  (target !== null &&
    (target.isContentEditable || (FIELDS.includes(target.tagName) && !UNTYPED.includes(target.type ?? ''))));
