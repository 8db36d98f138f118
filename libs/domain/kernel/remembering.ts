import { areTheSame } from './remembering-each';

/**
 * The last answer of a pure function for an object, as long as everything else that it rests on is the very same. States
 * share what a command did not change, so most of what is asked of a state was answered for the one before. Only where
 * all of it is frozen: the rest may still change.
 */
export const remembering = <Key extends object, Answer>() => {
  const known = new WeakMap<Key, { readonly rest: readonly unknown[]; readonly answer: Answer }>();
  return (key: Key, rest: readonly unknown[], reckon: () => Answer): Answer => {
    const last = known.get(key);
    if (last && areTheSame(last.rest, rest)) return last.answer;
    const answer = reckon();
    if (Object.isFrozen(key) && rest.every(Object.isFrozen)) known.set(key, { rest, answer });
    return answer;
  };
};
