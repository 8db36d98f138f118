import type { TenureLineView } from '@rectify/contracts';
import { unitOf, type Directory, type Post } from '@rectify/domain';
import type { TenureRow } from '@rectify/read-models';
import type { NameOf } from './names';

export const tenureLineView = (row: TenureRow, directory: Directory, nameOf: NameOf): TenureLineView => {
  const { at, type, post, reason, unit_id: unitId, person_id: personId, by_person: by } = row;
  const unit = unitOf(directory, unitId);
  return {
    ...{ at, type, post, reason, from: row.from_on, to: row.to_on },
    unit: { unitId, code: unit?.code ?? '', name: unit?.name ?? '' },
    person: { personId, name: nameOf(personId) },
    by:
      by === null
        ? null
        : { personId: by, name: nameOf(by), unitId: row.by_unit, post: row.by_post as Post | null },
  };
};
