import type { MessageKey } from '@rectify/i18n';
import type { Say } from '../i18n/use-text';

/** 2026年3月, of a month as `2026-03`. */
export const monthTitle = (month: string, t: Say): string =>
  t('days.month', {
    year: month.slice(0, 4),
    month: t(`month.${Number(month.slice(5))}` as MessageKey),
  });
