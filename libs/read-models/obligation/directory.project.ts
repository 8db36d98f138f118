import { directoryObligations, type Directory } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange } from '../kernel/projection';
import type { ObligationRow } from './obligation.table';
import { ownRow } from './own-row';

export interface DirectoryChange {
  readonly stream: string;
  readonly before: Directory;
  readonly after: Directory;
}

/** A proposal has one key for ever and says the same as long as it stands. */
export const project = ({ stream, before, after }: DirectoryChange): TableChange => {
  if (before.proposals === after.proposals) return tableChange<ObligationRow>([]);
  const [was, is] = [directoryObligations(before), directoryObligations(after)];
  const keysOf = (owed: typeof was) => new Set(owed.map(({ obligation: { key } }) => key));
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
