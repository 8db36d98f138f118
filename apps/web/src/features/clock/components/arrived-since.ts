import type { Instant } from '@rectify/domain';
import type { Notification } from '../../../shared/api/types';

/** What was sent while the clock went on; the earliest first. */
export const arrivedSince = (rows: readonly Notification[], since: Instant): readonly Notification[] =>
  rows.filter(({ at }) => at > since).sort((a, b) => a.at.localeCompare(b.at));
