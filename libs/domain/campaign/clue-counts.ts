import { refuse } from '../kernel/kernel';
import type { SourceCount } from './campaign.events';
import type { PlannedItem } from './campaign.plan';

/** The most that one source category can count. */
export const MOST_OF_A_SOURCE = 9_999;

/**
 * What is wrong with the counts given with an answer, or null: only a clue item that asks for them takes them, with 已移交,
 * each of its own source categories at most once. Of a clue the system holds just this (domain.md §9).
 */
export const countsAtFault = (
  { clue, sources }: PlannedItem,
  answer: string,
  counts: readonly SourceCount[] | undefined,
  field: string,
): ReturnType<typeof refuse> | null => {
  if (counts === undefined) return null;
  if (!clue || sources === undefined || answer !== 'handedOver') return refuse('CLUE_ONLY', { field });
  const seen = new Set<string>();
  for (const [index, { source, count }] of counts.entries()) {
    const at = `${field}[${index}]`;
    if (!sources.includes(source) || seen.has(source)) return refuse('INVALID', { field: `${at}.source` });
    if (!Number.isInteger(count) || count < 0 || count > MOST_OF_A_SOURCE)
      return refuse('OUT_OF_BOUNDS', { field: `${at}.count`, params: { min: 0, max: MOST_OF_A_SOURCE } });
    seen.add(source);
  }
  return null;
};

/** Whether two answers count the same; none given counts nothing. */
export const isSameCount = (
  one: readonly SourceCount[] | undefined,
  other: readonly SourceCount[] | undefined,
): boolean => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
