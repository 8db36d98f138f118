import { unreachable, type CivilDate, type Recorded } from '../kernel/kernel';
import type { CampaignState, Problem } from './campaign.state';
import { addOnce, deed, persons } from './doer';
import type { RectificationEvent } from './rectification.events';
import { contentChanged, endIfOver, numbersChanged } from './stage.evolve';

export type SustainedEvent = Extract<RectificationEvent, { type: 'ReviewRecorded' | 'SustainedEnded' }>;

export const evolveSustained = (
  draft: CampaignState,
  at: Problem,
  { type, data }: SustainedEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'ReviewRecorded': {
      const { cycle, looked, evidence } = data;
      at.reviews.push({ ...deed(recorded, data), cycle, looked, evidence });
      addOnce(at.reviewers, ...persons(recorded));
      return;
    }
    case 'SustainedEnded':
      Object.assign(at, { status: 'closed', sustained: null, amendment: null });
      at.closed = { on: data.on, late: false };
      at.firstClosed ??= { on: data.on, version: recorded.version };
      addOnce(at.signers, ...persons(recorded));
      contentChanged(draft, 'signOff');
      numbersChanged(draft);
      return endIfOver(draft);
    default:
      return unreachable(type);
  }
};

/** What is to be kept up is so from the day its measures are finished: the first result. Reviews follow. */
export const keepUp = (at: Problem, on: CivilDate): void => {
  const isReached = at.plan?.measures.every(({ finished }) => finished !== null) ?? false;
  if (at.fixType !== 'sustained' || at.status !== 'rectifying' || !isReached) return;
  at.status = 'sustained';
  at.sustained = { since: on };
  at.extension = null;
};
