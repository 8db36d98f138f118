/** Says which rule a campaign broke; the model test shrinks to the moves that lead there. */
export const must = (holds: boolean, rule: string, detail: unknown = ''): void => {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(detail)}`);
};
