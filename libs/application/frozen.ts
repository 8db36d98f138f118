/** Freezes a folded state to its leaves: plain data of JSON, of which nothing that is frozen holds anything that is not. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) frozen(value[key]);
  return value;
};
