import { currentStage, isSame, remembering, summaryCounts, type Campaign } from '@rectify/domain';
import type { TableChange } from '@rectify/event-store';
import { tableChange, type Change } from '../kernel/projection';
import type { BoardRow } from './board.table';

/** The campaign's one row, where it says something new: most commands change one problem and no number. */
export const project = ({ before, after }: Change): TableChange => {
  const row = rowOf(after);
  return tableChange(row === null || isSame(row, rowOf(before)) ? [] : [row]);
};

const rows = remembering<Campaign, BoardRow | null>();

/** Remembered by the state: the row after one command is that before the next. */
const rowOf = (campaign: Campaign): BoardRow | null =>
  rows(campaign, [], () => (campaign.status === 'none' ? null : madeOf(campaign, campaign.status)));

const madeOf = (campaign: Campaign, status: BoardRow['status']): BoardRow => {
  const { problems, measures, closed, closedLate, judged, relapsed } = summaryCounts(campaign);
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
    stages: stages(campaign.stages, [], () => campaign.stages.map(stageOf)),
    launched_on: campaign.launchedOn,
    start_on: startOn,
    signed_off_on: campaign.signedOffOn,
    reported: campaign.order.length,
    included: problems,
    measures,
    closed,
    closed_late: closedLate,
    judged,
    relapsed,
  };
};

const stages = remembering<Campaign['stages'], BoardRow['stages']>();

const stageOf = ({
  kind,
  startOn,
  endOn,
  closed,
}: Campaign['stages'][number]): BoardRow['stages'][number] => ({
  kind,
  startOn,
  endOn,
  closedOn: closed?.on ?? null,
  how: closed?.how ?? null,
});
