import { hashOf } from '@rectify/domain';
import type { Problem } from '../api/types';

export interface Printed {
  readonly code: string;
  /** How many events of the campaign were on record. */
  readonly version: number;
  readonly problems: readonly Problem[];
}

/** So many hex digits stand on paper: enough that no other ledger has them by chance. */
const SHOWN = 16;

/**
 * What a printed ledger rests on, in sixteen digits: of every numbered problem what everybody who reads the records is
 * shown alike – no words that are masked for some, no people, whose posts are resolved at reading.
 */
export const ledgerHash = ({ code, version, problems }: Printed): string =>
  hashOf({
    code,
    version,
    problems: problems
      .filter(({ number }) => number !== null)
      .map(({ id, code: number, title, status, sideStates, dueOn, dates, closed }) => ({
        ...{ id, number, title, status, dueOn, closed },
        sideStates: [...sideStates],
        dates: dates.map(({ measureId, dueOn: to, why, on }) => ({ measureId, to, why, on })),
      })),
  }).slice(0, SHOWN);
