/** A count of a unit below, as it may be shown; what is withheld is a dash. */
export const shownCount = (count: number | string): number | string => (count === 'withheld' ? '—' : count);
