import { readable, type Id, type Instant, type Scope, type UnitId } from '@rectify/domain';
import type { Pool } from 'pg';
import { campaignIdOf } from '../kernel/campaign-stream';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';
import { select } from '../kernel/table';
import { maskLine, type ShownLine } from './timeline.mask';
import { timelineTable, type TimelineRow } from './timeline.table';

/** A line of the record with where it was done. */
export interface ShownAct {
  readonly line: ShownLine;
  readonly campaign: {
    readonly id: Id;
    readonly code: string;
    readonly title: string;
    readonly titleEn: string;
  };
  readonly problem: { readonly code: string; readonly title: string } | null;
}

interface ActRow extends TimelineRow {
  readonly of_unit: UnitId;
  readonly campaign_id: Id;
  readonly campaign_code: string;
  readonly campaign_title: string;
  readonly campaign_title_en: string;
  readonly problem_code: string | null;
  readonly problem_title: string | null;
}

const LATEST: readonly [Instant, string, number, number] = [
  'infinity',
  '\uffff',
  2_147_483_647,
  2_147_483_647,
];

/** What the reader did in the campaigns of their own units, the latest first. */
export const actsOf = async (
  pool: Pool,
  scope: Scope,
  { after, limit }: PageRequest,
): Promise<Page<ShownAct>> => {
  const values = [scope.personId, ...placeOf(after, LATEST), limit + 1, ...records.values(scope)];
  const rows = await pagedRowsOf<ActRow>(pool, 'acts_of', ACTS, values);
  return pageOf(
    rows,
    limit,
    ({ at, stream, version, line }) => [at, stream, version, line],
    (row) => actOf(scope, row),
  );
};

const actOf = (scope: Scope, row: ActRow): ShownAct => {
  const { of_unit, campaign_id, campaign_code, campaign_title, campaign_title_en, ...rest } = row;
  const { problem_code, problem_title, ...line } = rest;
  return {
    line: maskLine(scope, of_unit, line),
    campaign: { id: campaign_id, code: campaign_code, title: campaign_title, titleEn: campaign_title_en },
    problem: problem_code === null ? null : { code: problem_code, title: problem_title ?? '' },
  };
};

const records = predicate(readable.records, { unit: 'b.unit_id' }, 7);
/** Goes down the person's own lines by their index and ends with the page, however long the record is. */
const ACTS = `SELECT ${select(timelineTable, 't')}, b.unit_id AS of_unit, b.campaign_id, b.code AS campaign_code,
    b.title AS campaign_title, b.title_en AS campaign_title_en, l.code AS problem_code, l.title AS problem_title
  FROM timeline t JOIN campaign_board b ON b.campaign_id = ${campaignIdOf('t.stream')}
    LEFT JOIN problem_ledger l ON l.campaign_id = b.campaign_id AND l.problem_id = t.problem_id
  WHERE ${records.sql} AND t.person_id = $1 AND (t.at, t.stream, t.version, t.line) < ($2::timestamptz, $3, $4::int, $5::int)
  ORDER BY t.at DESC, t.stream DESC, t.version DESC, t.line DESC LIMIT $6`;
