import { readable, readersOf, type Id, type Scope, type UnitId } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';

/** A measure of one plan that stands word for word in another's. */
export interface AlikeRow {
  readonly place: number;
  readonly problem_id: Id;
  readonly at: number;
  readonly measure_id: Id;
  readonly other_campaign_id: Id;
  readonly other_unit_id: UnitId;
  readonly other_problem_id: Id;
  readonly other_at: number;
  readonly other_code: string;
  readonly other_title: string;
  readonly campaign_code: string;
  readonly campaign_title: string;
  readonly campaign_title_en: string;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * R3.14, of a campaign or one of its problems: looked for among those plans alone whose measures are this reader's to
 * read, so that nobody learns by it what stands where they may not look.
 */
export const alikeOf = async (
  pool: Pool,
  scope: Scope,
  campaignId: Id,
  { after, limit, problemId }: PageRequest & { readonly problemId?: Id | undefined },
): Promise<Page<AlikeRow>> => {
  const place = placeOf(after, [-1, -1, FIRST, -1]);
  const rows = await pagedRowsOf<AlikeRow>(pool, 'alike_of', ALIKE, [
    campaignId,
    problemId ?? null,
    ...place,
    limit + 1,
    ...records.values(scope),
    ...words.values(scope),
  ]);
  return pageOf(rows, limit, placeOfAlike);
};

/** By the place of the problem and of the measure. */
export const placeOfAlike = (row: Pick<AlikeRow, 'place' | 'at' | 'other_problem_id' | 'other_at'>) =>
  [row.place, row.at, row.other_problem_id, row.other_at] as const;

const records = predicate(readable.records, { unit: 'b.unit_id' }, 8);
const words = predicate(readersOf('F1'), { unit: 'l.unit_id', problem: 'l.problem_id' }, records.next);
const ALIKE = `WITH told AS MATERIALIZED (
    SELECT l.campaign_id, l.unit_id, l.problem_id, l.place, l.code, l.title, m.mark, m.at::int AS at,
      l.measures -> (m.at::int - 1) ->> 'id' AS measure_id
    FROM problem_ledger l CROSS JOIN LATERAL unnest(l.marks) WITH ORDINALITY m (mark, at)
    WHERE l.campaign_id = ANY (ARRAY(SELECT b.campaign_id FROM campaign_board b WHERE ${records.sql}) || $1::uuid)
      AND ${words.sql} AND m.mark IS NOT NULL)
  SELECT own.place, own.problem_id, own.at, own.measure_id, o.campaign_id AS other_campaign_id,
    o.unit_id AS other_unit_id, o.problem_id AS other_problem_id, o.at AS other_at, o.code AS other_code,
    o.title AS other_title, c.code AS campaign_code, c.title AS campaign_title, c.title_en AS campaign_title_en
  FROM told own JOIN told o ON o.mark = own.mark AND o.problem_id <> own.problem_id
    JOIN campaign_board c ON c.campaign_id = o.campaign_id
  WHERE own.campaign_id = $1 AND ($2::uuid IS NULL OR own.problem_id = $2)
    AND (own.place, own.at, o.problem_id, o.at) > ($3, $4, $5::uuid, $6)
  ORDER BY own.place, own.at, o.problem_id, o.at LIMIT $7`;
