import { suppress, suppressed, type ShownCount } from '@rectify/domain';
import { countsInUnit, type CampaignCounts, type CountColumn, type UnitCounts } from '@rectify/read-models';
import type { Pool } from 'pg';
import type { Seen } from '../access/campaign-access';

/** How a campaign's numbers are shown to a reader: as they are in the own unit, small ones not told apart above. */
export interface Shows {
  /** A number that also stands in the unit's sum on the board. */
  readonly summed: (column: CountColumn, count: number) => ShownCount;
  readonly single: (count: number) => ShownCount;
}

const asTheyAre: Shows = { summed: (_column, count) => count, single: (count) => count };

/** The unit's sums are published, so which of its campaigns' numbers are withheld is decided over all of them. */
export const showsTo = async (pool: Pool, seen: Seen): Promise<Shows> => {
  if (seen.access === 'records') return asTheyAre;
  return showsOf(seen, await countsInUnit(pool, seen.scope, seen.standing.campaign.unitId));
};

export const showsOf = (
  { access, standing: { campaign } }: Seen,
  ofUnit: readonly CampaignCounts[],
): Shows => {
  if (access === 'records') return asTheyAre;
  return {
    single: suppressed,
    summed: (column, count) => {
      const at = ofUnit.findIndex(({ campaign_id: id }) => id === campaign.id);
      if (at < 0) return suppressed(count);
      const parts = ofUnit.map((row) => row[column]);
      const sum = { total: parts.length, parts: parts.map((_, part) => part) };
      const cells = [...parts, parts.reduce((all, part) => all + part, 0)];
      return suppress(cells, [sum])[at] ?? suppressed(count);
    },
  };
};

/** The sums of a unit below. Their parts give way before they do, so each stands for itself. */
export const shownSums = ({ included, measures, closed, closed_late, judged, relapsed }: UnitCounts) => ({
  problems: suppressed(included),
  measures: suppressed(measures),
  closed: suppressed(closed),
  closedLate: suppressed(closed_late),
  judged: suppressed(judged),
  relapsed: suppressed(relapsed),
});
