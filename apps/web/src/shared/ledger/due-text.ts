import { standingDates, type CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { shortDay } from '../dates/format';
import type { Say } from '../i18n/use-text';

/** 6月19日→7月3日（延1次）; 复核9月30日 for what is kept up: every date stays visible, the present one last. */
export const dueText = ({ dueOn, dates, sustained }: Problem, today: CivilDate, t: Say): string => {
  if (sustained) return t('ledger.nextReview', { day: shortDay(sustained.nextReviewOn, today, t) });
  if (dueOn === null) return t('ledger.noDate');
  const own = dates.filter(({ measureId }) => measureId === null);
  const days = own.map((each) => each.dueOn).filter((day, at, all) => day !== all[at - 1]);
  const shown = (days.length > 1 ? days : [dueOn]).map((day) => shortDay(day, today, t)).join('→');
  const extended = standingDates(dates).filter(({ why }) => why === 'extended').length;
  return extended > 0 ? t('ledger.extended', { days: shown, count: extended }) : shown;
};
