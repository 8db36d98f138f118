import { readable, type CivilDate, type Id, type ProblemStatus, type Scope } from '@rectify/domain';
import type { Pool } from 'pg';
import { pagedRowsOf } from '../kernel/database';
import { pageOf, placeOf, type Page, type PageRequest } from '../kernel/paging';
import { predicate } from '../kernel/scoped';

/** A numbered problem by what everybody who reads the records is shown of it; no words that are masked for some. */
export interface FoundRow {
  readonly problem_id: Id;
  readonly code: string;
  readonly title: string;
  readonly status: ProblemStatus;
  readonly due_on: CivilDate | null;
  readonly campaign_id: Id;
  readonly campaign_code: string;
  readonly campaign_title: string;
  readonly campaign_title_en: string;
}

/** What was typed, as it stands: signs of patterns mean themselves. */
const asPattern = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/**
 * The numbered problems of the reader's own units whose number or title holds these words, by number. What was not
 * included has no number, and a clue item has no problem at all: neither is found.
 */
export const searchProblems = async (
  pool: Pool,
  scope: Scope,
  { words, after, limit }: PageRequest & { readonly words: string },
): Promise<Page<FoundRow>> => {
  const [place] = placeOf(after, ['']);
  const values = [asPattern(words), place, limit + 1, ...records.values(scope)];
  const rows = await pagedRowsOf<FoundRow>(pool, 'search_problems', SEARCH, values);
  return pageOf(rows, limit, ({ code }) => [code]);
};

const records = predicate(readable.records, { unit: 'b.unit_id' }, 4);
/**
 * Looks at the own units' campaigns one by one, each by the ledger's key, or down the codes until the page is full. No
 * index of words: trigrams know no Chinese where the database's letters are those of C, and two signs make no trigram.
 */
const SEARCH = `SELECT l.problem_id, l.code, l.title, l.status, l.due_on::text AS due_on,
    b.campaign_id, b.code AS campaign_code, b.title AS campaign_title, b.title_en AS campaign_title_en
  FROM campaign_board b JOIN problem_ledger l ON l.campaign_id = b.campaign_id
  WHERE ${records.sql} AND l.number IS NOT NULL AND (l.code ILIKE $1 OR l.title ILIKE $1) AND l.code > $2
  ORDER BY l.code LIMIT $3`;
