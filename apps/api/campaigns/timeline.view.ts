import type { Post } from '@rectify/domain';
import type { ShownLine } from '@rectify/read-models';
import type { NameOf } from '../people/names';

/** One line of the record, already as its reader may see it. */
export const timelineEntry = (row: ShownLine, nameOf: NameOf) => ({
  version: row.version,
  line: row.line,
  at: row.at,
  type: row.type,
  by:
    row.person_id === null
      ? null
      : {
          personId: row.person_id,
          name: nameOf(row.person_id),
          unitId: row.unit_id,
          post: row.post as Post | null,
        },
  problemId: row.problem_id,
  subject: row.subject,
  text: row.text,
  masked: [...row.masked],
});
