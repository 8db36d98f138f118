/**
 * A new value that says the same as the last one of its name gives way to it: so whatever rests on it learns by one look
 * at the reference that nothing changed. Only for owners that are frozen, and no longer than they live.
 */
export const unchanged = <Owner extends object, Value>(isSame: (a: Value, b: Value) => boolean) => {
  const known = new WeakMap<Owner, Map<string, Value>>();
  return (owner: Owner, name: string, value: Value): Value => {
    if (!Object.isFrozen(owner)) return value;
    const ofOwner = known.get(owner) ?? new Map<string, Value>();
    if (ofOwner.size === 0) known.set(owner, ofOwner);
    const last = ofOwner.get(name);
    if (last !== undefined && isSame(last, value)) return last;
    ofOwner.set(name, value);
    return value;
  };
};
