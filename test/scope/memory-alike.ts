import type { Scope } from '@rectify/domain';
import { ledgerOf, pageAmong, placeOfAlike, type AlikeRow } from '@rectify/read-models';
import { sameMeasureView } from '../../apps/api/looking-up/same-measure.view';
import type { Rows } from './memory-rows';
import type { Readable } from './memory-surfaces';

/** Every measure that the reader may read, under its mark; what is masked has none. */
const markedIn = (scope: Scope, { campaign, board: { code, title, title_en } }: Rows) =>
  ledgerOf(scope, campaign).flatMap((row) =>
    row.marks.flatMap((mark, at) =>
      mark === null ? [] : [{ row, mark, at: at + 1, campaign: { code, title, title_en } }],
    ),
  );

/** R3.14 as memory reckons it: every pair of measures that the reader may read both of. */
export const sameMeasures = (
  world: Pick<Readable, 'directory' | 'campaigns'>,
  general: Scope,
  scope: Scope,
  rows: Rows,
) => {
  const own = markedIn(scope, rows);
  const others = world.campaigns.flatMap((each) => (each === rows ? own : markedIn(general, each)));
  const found = own.flatMap((one) =>
    others
      .filter(({ row, mark }) => mark === one.mark && row.problem_id !== one.row.problem_id)
      .map((other): AlikeRow => ({
        ...{ place: one.row.place, problem_id: one.row.problem_id, at: one.at, other_at: other.at },
        measure_id: one.row.measures[one.at - 1]?.id ?? '',
        ...{ other_campaign_id: other.row.campaign_id, other_unit_id: other.row.unit_id },
        ...{ other_problem_id: other.row.problem_id, other_code: other.row.code ?? '' },
        ...{ other_title: other.row.title, campaign_code: other.campaign.code },
        ...{ campaign_title: other.campaign.title, campaign_title_en: other.campaign.title_en },
      })),
  );
  const { items, next } = pageAmong(found, { limit: 200 }, placeOfAlike);
  return { items: items.map((row) => sameMeasureView(row, world.directory)), next };
};
