import type { SameMeasureView } from '@rectify/contracts';
import type { Directory } from '@rectify/domain';
import type { AlikeRow } from '@rectify/read-models';
import { unitRef } from '../campaigns/campaign.view';

export const sameMeasureView = (row: AlikeRow, directory: Directory): SameMeasureView => ({
  problemId: row.problem_id,
  measureId: row.measure_id,
  place: row.at,
  other: {
    problemId: row.other_problem_id,
    code: row.other_code,
    title: row.other_title,
    place: row.other_at,
    campaign: {
      id: row.other_campaign_id,
      code: row.campaign_code,
      title: row.campaign_title,
      titleEn: row.campaign_title_en,
    },
    unit: unitRef(directory, row.other_unit_id),
  },
});
