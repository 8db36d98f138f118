/**
 * The answers of a pure function for each of some things, in their order. A thing that stands where it stood the last time,
 * with the same of its own and the same in common, has the answer it had; where each has, the list itself is the very same.
 * Of each owner only the last time is kept, and no longer than the owner lives: states share what a command did not
 * change, so the last time is mostly the state before. One look-up a list and not one a thing: what many weak keys lead to
 * the garbage collector marks while everything stands still. Only for what is frozen.
 */
export const rememberingEach = <Owner extends object, Item, Own, Answer>(
  isSame: (a: Answer, b: Answer) => boolean = Object.is,
) => {
  const known = new WeakMap<Owner, Last<Item, Own, Answer>>();
  return (
    owner: Owner,
    given: {
      readonly items: readonly Item[];
      readonly own: readonly Own[];
      readonly common: readonly unknown[];
    },
    reckon: (item: Item, own: Own) => Answer,
  ): readonly Answer[] => {
    const { items, own, common } = given;
    if (items.length === 0) return [];
    const last = known.get(owner);
    const isCommon = last !== undefined && areTheSame(last.common, common);
    if (isCommon && last.items === items && last.own === own) return last.answers;
    let isAnother = last?.answers.length !== items.length;
    const answers = items.map((item, index) => {
      const was = last?.answers[index];
      if (
        isCommon &&
        index < last.items.length &&
        last.items[index] === item &&
        last.own[index] === own[index]
      )
        return was as Answer;
      const answer = reckon(item, own[index] as Own);
      if (last !== undefined && index < last.answers.length && isSame(was as Answer, answer))
        return was as Answer;
      isAnother = true;
      return answer;
    });
    const kept = isAnother ? Object.freeze(answers) : (last?.answers ?? answers);
    if (Object.isFrozen(owner) && common.every(Object.isFrozen))
      known.set(owner, { ...given, answers: kept });
    return kept;
  };
};

interface Last<Item, Own, Answer> {
  readonly items: readonly Item[];
  readonly own: readonly Own[];
  readonly common: readonly unknown[];
  readonly answers: readonly Answer[];
}

/** Whether two lists have the very same in each place. */
export const areTheSame = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
};
