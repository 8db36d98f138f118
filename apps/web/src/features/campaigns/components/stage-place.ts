import { daysBetween, type CivilDate } from '@rectify/domain';
import type { Campaign } from '../../../shared/api/types';
import { shortDay } from '../../../shared/dates/format';
import type { Say } from '../../../shared/i18n/use-text';

type Standing = Pick<Campaign, 'stage' | 'stages' | 'status'>;

/** 第2阶段(共5阶段):问题清单; an ended campaign says how it ended. */
export const stagePlace = ({ stage, stages, status }: Standing, t: Say): string => {
  if (status !== 'open' || stage === 'over') return t(`campaignStatus.${status}`);
  const number = stages.indexOf(stage) + 1;
  return t('campaign.stagePlace', { number, of: stages.length, stage: t(`stage.${stage}`) });
};

/** 本阶段4月16日—7月31日，还有25天; null where none runs. */
export const stageDays = (
  { stage, status, road }: Pick<Campaign, 'stage' | 'status' | 'road'>,
  today: CivilDate,
  t: Say,
): string | null => {
  const at = road.find((each) => each.stage === stage);
  if (status !== 'open' || !at) return null;
  const window = { from: shortDay(at.startOn, today, t), to: shortDay(at.endOn, today, t) };
  const left = daysBetween(today, at.endOn);
  if (at.startOn > today) return t('campaign.stageWindow', window);
  if (left === 0) return t('campaign.stageToday', window);
  return t(left > 0 ? 'campaign.stageLeft' : 'campaign.stagePast', { ...window, count: Math.abs(left) });
};
