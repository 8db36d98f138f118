import type { TableChange } from '@rectify/event-store';
import { tableChange } from '../kernel/projection';
import type { DirectoryChange } from '../obligation/directory.project';
import type { StandingRow } from './standing.table';

/** Nobody's standing is ever taken back: it only changes. */
export const project = ({ stream, before, after }: DirectoryChange): TableChange =>
  tableChange<StandingRow>(
    before.standing === after.standing
      ? []
      : Object.entries(after.standing)
          .filter(([personId, standing]) => before.standing[personId] !== standing)
          .map(([person_id, { epoch, barred }]) => ({
            stream,
            person_id,
            epoch: barred === null ? epoch : null,
          })),
  );
