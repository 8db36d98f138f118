/** Small checks that name the field at fault; the first fault found is the refusal. */
import { isDuration, isRoll, MAX_DURATION } from '../calendar/duration';
import { isPostRef } from '../directory/posts';
import { isLine } from '../directory/plain-text';
import type { Refusal } from '../kernel/kernel';

/** A fault, or null where there is none. */
export type Fault = Refusal | null;

export const invalid = (field: string): Refusal => ({ code: 'INVALID', field });

/** The first fault of checks that are run one after the other. */
export const firstFault = (...checks: readonly (() => Fault)[]): Fault => {
  for (const check of checks) {
    const fault = check();
    if (fault) return fault;
  }
  return null;
};

/** The first fault among a list's elements; `check` gets the element's own path. */
export const faultOfEach = <T>(
  list: readonly T[],
  path: string,
  check: (value: T, path: string) => Fault,
): Fault => firstFault(...list.map((value, index) => () => check(value, `${path}[${index}]`)));

export const faultOfLine = (text: unknown, field: string, max: number): Fault =>
  isLine(text, max) ? null : { code: 'TEXT_NOT_ACCEPTED', field, params: { max } };

/** A length of a plan is at least one unit long. */
export const faultOfDuration = (value: unknown, field: string): Fault =>
  isDuration(value) && value.n >= 1
    ? null
    : { code: 'OUT_OF_BOUNDS', field, params: { min: 1, max: MAX_DURATION.calendarDay } };

export const faultOfRoll = (value: unknown, field: string): Fault => (isRoll(value) ? null : invalid(field));

export const faultOfPost = (ref: unknown, field: string): Fault =>
  isPostRef(ref) ? null : { code: 'UNKNOWN_POST', field, params: { post: String(ref).slice(0, 64) } };

/** A list of posts has one at least, each known and named once. */
export const faultOfPosts = (refs: readonly unknown[], field: string): Fault =>
  refs.length === 0 || refs.length > 20 || new Set(refs).size !== refs.length
    ? invalid(field)
    : faultOfEach(refs, field, faultOfPost);

/** `paths` are the fields of `names`, in the same order; `names` may not repeat. */
export const faultOfRepeated = (names: readonly string[], paths: readonly string[]): Fault => {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) return { code: 'NOT_UNIQUE', field: paths[index] as string, params: { code: name } };
    seen.add(name);
  }
  return null;
};
