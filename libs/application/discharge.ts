import { datingOf, obligations, type Campaign } from '@rectify/domain';
import type { RecordedEvent } from '@rectify/event-store';
import { foldOnto } from './aggregates';

/** It was owed once, and is not any more. */
const isOver = (events: readonly RecordedEvent[], key: string): boolean => {
  const campaign = foldOnto('campaign', undefined, events).state as Campaign;
  const wasOwed = datingOf(campaign.dated, key) !== undefined;
  return wasOwed && !obligations(campaign).some((owed) => owed.key === key);
};

/**
 * The event with which something ceased to be owed. It is looked for by halves: before it the thing is owed or not yet
 * there, behind it no more.
 */
export const dischargeIn = (events: readonly RecordedEvent[], key: string): RecordedEvent | null => {
  if (!isOver(events, key)) return null;
  let [before, behind] = [0, events.length];
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2);
    if (isOver(events.slice(0, middle), key)) behind = middle;
    else before = middle;
  }
  return events[behind - 1] ?? null;
};
