import { addDays, isCivilDate } from '../calendar/civil-date';
import { isProvisional } from '../calendar/working-calendar';
import { accept, refuse, type CivilDate, type Decision } from '../kernel/kernel';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent, EventData } from './campaign.events';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext } from './context';
import { secretary } from './duties';
import { hasStage, isStageOpen, opensOn, plannedStage, predecessorOf, stageOf } from './stages';

/** A stage lasts a year at most, and begins a year at most after the one it waits for (domain.md §3). */
const longest = 366;

type Asked = CommandData<'RedateStages'>['stages'][number];
type Moved = EventData<'StagesRedated'>['stages'][number];

/**
 * New windows for stages that are not closed. Nothing moves into the past, the windows stay in their order, and a stage
 * that has begun keeps its first day. A problem's own date was approved by itself and does not move.
 */
export const redateStages = (
  campaign: Campaign,
  { stages, reason, notice }: CommandData<'RedateStages'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  for (const [index, asked] of stages.entries()) {
    const twice = stages.findIndex(({ stage }) => stage === asked.stage) !== index;
    if (twice)
      return refuse('NOT_UNIQUE', { field: `stages[${index}].stage`, params: { code: asked.stage } });
    const fault = windowAtFault(campaign, asked, `stages[${index}]`, today(context));
    if (fault) return fault;
  }
  const moved = stages.map((asked) => movedWindow(campaign, asked, context)).filter(isAnother);
  if (moved.length === 0) return refuse('NOTHING_CHANGES', { field: 'stages' });
  const disorder = orderAtFault(campaign, stages);
  if (disorder) return disorder;
  const { version: calendarVersion } = context.calendar;
  const data = { stages: moved, reason, notice: notice ?? null, calendarVersion, on: today(context) };
  return accept<CampaignEvent>([{ type: 'StagesRedated', data }], allowed.as);
};

const movedWindow = (campaign: Campaign, { stage, ...to }: Asked, { calendar }: CampaignContext): Moved => {
  const { startOn, endOn, provisional } = stageOf(campaign, stage);
  return {
    stage,
    from: { startOn, endOn, provisional },
    to: { ...to, provisional: isProvisional(calendar, to.startOn) || isProvisional(calendar, to.endOn) },
  };
};

const isAnother = ({ from, to }: Moved): boolean => from.startOn !== to.startOn || from.endOn !== to.endOn;

/** One window by itself: of a stage that can still move, to days that are still to come. */
const windowAtFault = (campaign: Campaign, { stage, startOn, endOn }: Asked, at: string, on: CivilDate) => {
  const field = (name: string) => ({ field: `${at}.${name}` });
  if (!hasStage(campaign, stage)) return refuse('STAGE_NOT_PLANNED', field('stage'));
  const planned = stageOf(campaign, stage);
  if (planned.closed)
    return refuse('ALREADY_DECIDED', { ...field('stage'), params: { on: planned.closed.on } });
  if (!isCivilDate(startOn)) return refuse('INVALID', field('startOn'));
  if (!isCivilDate(endOn)) return refuse('INVALID', field('endOn'));
  const begun = isStageOpen(campaign, stage, on);
  if (begun && startOn !== planned.startOn)
    return refuse('STAGE_HAS_BEGUN', { ...field('startOn'), params: { on: opensOn(campaign, stage) ?? '' } });
  if (startOn < on && startOn !== planned.startOn)
    return refuse('DATE_IN_PAST', { ...field('startOn'), params: { today: on } });
  if (endOn < on && endOn !== planned.endOn)
    return refuse('DATE_IN_PAST', { ...field('endOn'), params: { today: on } });
  if (endOn < startOn) return refuse('WINDOW_OUT_OF_ORDER', field('endOn'));
  if (endOn > addDays(startOn, longest))
    return refuse('OUT_OF_BOUNDS', {
      ...field('endOn'),
      params: { min: startOn, max: addDays(startOn, longest) },
    });
  return null;
};

/** All windows together, the new beside those that stay: each waits for the end of the one it opens on. */
const orderAtFault = (campaign: Campaign, stages: readonly Asked[]) => {
  const windowOf = (kind: string) =>
    stages.find(({ stage }) => stage === kind) ?? campaign.stages.find((stage) => stage.kind === kind);
  for (const { kind, closed } of campaign.stages) {
    const before = predecessorOf(campaign, kind);
    const window = windowOf(kind);
    const waited = before && windowOf(before.kind);
    if (closed || !before || before.closed || !window || !waited) continue;
    const index = stages.findIndex(({ stage }) => stage === kind);
    const field = index < 0 ? 'stages' : `stages[${index}].startOn`;
    const beside = plannedStage(campaign, kind)?.opens.on === 'opened';
    const inOrder = beside
      ? window.startOn >= waited.startOn && window.endOn >= waited.endOn
      : window.startOn > waited.endOn;
    if (!inOrder) return refuse('WINDOW_OUT_OF_ORDER', { field, params: { stage: kind } });
    if (index >= 0 && window.startOn > addDays(waited.endOn, longest))
      return refuse('OUT_OF_BOUNDS', {
        field,
        params: { min: waited.endOn, max: addDays(waited.endOn, longest) },
      });
  }
  return null;
};
