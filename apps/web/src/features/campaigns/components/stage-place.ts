import type { Campaign } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';

type Standing = Pick<Campaign, 'stage' | 'stages' | 'status'>;

/** 第2阶段(共5阶段):问题清单; an ended campaign says how it ended. */
export const stagePlace = ({ stage, stages, status }: Standing, t: Say): string => {
  if (status !== 'open' || stage === 'over') return t(`campaignStatus.${status}`);
  const number = stages.indexOf(stage) + 1;
  return t('campaign.stagePlace', { number, of: stages.length, stage: t(`stage.${stage}`) });
};
