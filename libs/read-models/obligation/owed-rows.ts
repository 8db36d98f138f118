import type { AnyObligationKind, Obligation, UnitId } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange } from '../kernel/projection';
import type { ObligationRow } from './obligation.table';
import { ownRow } from './own-row';

interface Owed {
  /** Null: the root's, whichever unit that is when it is read. */
  readonly unitId: UnitId | null;
  readonly obligation: Obligation<AnyObligationKind>;
}

/**
 * What came to be owed and what is owed no more outside of campaigns, where an obligation has one key for ever and says
 * the same as long as it stands.
 */
export const owedRows = (stream: string, was: readonly Owed[], is: readonly Owed[]): TableChange => {
  const [known, stands] = [keysOf(was), keysOf(is)];
  return tableChange<ObligationRow>(
    is
      .filter(({ obligation: { key } }) => !known.has(key))
      .map(({ unitId, obligation }) => ({
        ...ownRow(stream, unitId, obligation),
        campaign_code: null,
        campaign_title: null,
        problem_code: null,
        problem_title: null,
      })),
    [...known].filter((key) => !stands.has(key)).map((key) => ({ stream, key })),
  );
};

const keysOf = (owed: readonly Owed[]): ReadonlySet<string> =>
  new Set(owed.map(({ obligation: { key } }) => key));
