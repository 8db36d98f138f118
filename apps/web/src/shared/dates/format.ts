import { civilDateOf, dayOfWeek, type CivilDate, type Instant } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import type { Say } from '../i18n/use-text';

const SHANGHAI_HOURS = 8;

const parts = (date: CivilDate, t: Say) => ({
  year: date.slice(0, 4),
  month: t(`month.${Number(date.slice(5, 7))}` as MessageKey),
  day: Number(date.slice(8, 10)),
});

/** 7月31日(周五); with the year where it is not this one. */
export const longDay = (date: CivilDate, today: CivilDate, t: Say): string =>
  t(date.slice(0, 4) === today.slice(0, 4) ? 'date.day' : 'date.dayInYear', {
    ...parts(date, t),
    weekday: t(`weekday.${dayOfWeek(date)}`),
  });

/** 7月31日 */
export const shortDay = (date: CivilDate, today: CivilDate, t: Say): string =>
  t(date.slice(0, 4) === today.slice(0, 4) ? 'date.short' : 'date.shortInYear', parts(date, t));

/** 2026年7月31日: on paper, which is read in another year too. */
export const paperDay = (date: CivilDate, t: Say): string => t('date.shortInYear', parts(date, t));

/** `HH:MM` of Asia/Shanghai, whatever the browser's zone. */
export const localTime = (instant: Instant): string => {
  const hour = (Number(instant.slice(11, 13)) + SHANGHAI_HOURS) % 24;
  return `${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`;
};

export const moment = (instant: Instant, today: CivilDate, t: Say): string =>
  t('date.at', { date: shortDay(civilDateOf(instant), today, t), time: localTime(instant) });

export const paperMoment = (instant: Instant, t: Say): string =>
  t('date.at', { date: paperDay(civilDateOf(instant), t), time: localTime(instant) });
