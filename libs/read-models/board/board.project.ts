import { currentStage, summary, type Campaign } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Change } from '../kernel/projection';
import type { BoardRow } from './board.table';

/** The campaign's one row, written with each append for its version. */
export const project = ({ after, recorded }: Change): TableChange => {
  const version = recorded.at(-1)?.version;
  if (after.status === 'none' || version === undefined) return tableChange<BoardRow>([]);
  return tableChange([rowOf(after, after.status, version)]);
};

const rowOf = (campaign: Campaign, status: BoardRow['status'], version: number): BoardRow => {
  const { problems, measures, closed } = summary(campaign);
  const { template, title, titleEn, startOn } = campaign.plan;
  return {
    campaign_id: campaign.id,
    unit_id: campaign.unitId,
    code: campaign.code,
    title,
    title_en: titleEn,
    template_slug: template.slug,
    year: Number(startOn.slice(0, 4)),
    status,
    stage: status === 'open' ? (currentStage(campaign)?.kind ?? 'over') : 'over',
    stages: campaign.stages.map((stage) => ({
      kind: stage.kind,
      startOn: stage.startOn,
      endOn: stage.endOn,
      closedOn: stage.closed?.on ?? null,
      how: stage.closed?.how ?? null,
    })),
    launched_on: campaign.launchedOn,
    start_on: startOn,
    signed_off_on: campaign.signedOffOn,
    reported: campaign.order.length,
    included: problems.length,
    measures: measures.length,
    closed: closed.length,
    closed_late: closed.filter((id) => campaign.problems[id]?.closed?.late).length,
    version,
  };
};
