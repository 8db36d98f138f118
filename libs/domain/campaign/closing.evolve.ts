import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignState, Problem } from './campaign.state';
import { addOnce, deed, persons } from './doer';
import { giveDate } from './given-dates';
import type { RectificationEvent } from './rectification.events';
import { keepUp } from './sustained.evolve';
import { endVote } from './vote.evolve';
import { claimTakenBack, contentChanged, endIfOver, numbersChanged } from './stage.evolve';

export type LateEvent = Extract<
  RectificationEvent,
  {
    type:
      'CheckRecorded' | 'PublicNoticePosted' | 'ObjectionRecorded' | 'ProblemReopened' | 'ProblemTerminated';
  }
>;

/** The steps of a closing that a plan may ask for, and what undoes or ends a problem. */
export const evolveClosing = (
  draft: CampaignState,
  at: Problem,
  { type, data }: LateEvent,
  recorded: Recorded,
): void => {
  switch (type) {
    case 'CheckRecorded':
      at.checked = { ...deed(recorded, data), found: data.found };
      addOnce(at.checkers, ...persons(recorded));
      return;
    case 'PublicNoticePosted': {
      const { from, to, on } = data;
      at.status = 'noticed';
      at.notice = { from, to, on, objections: [] };
      addOnce(at.signers, ...persons(recorded));
      return;
    }
    case 'ObjectionRecorded': {
      const { count, outcome, on } = data;
      at.notice?.objections.push({ count, outcome, on });
      addOnce(at.signers, ...persons(recorded));
      return;
    }
    case 'ProblemReopened': {
      const { on, cause, reason, dueOn } = data;
      backToWork(at);
      at.closed = null;
      at.missing = reason;
      at.reopenings.push({ on, cause, reason });
      for (const acceptor of at.acceptors) addOnce(at.acceptedBefore, acceptor);
      giveDate(at, null, dueOn, 'reopened', on);
      keepUp(at, on);
      claimTakenBack(draft);
      contentChanged(draft, 'measures');
      contentChanged(draft, 'signOff');
      numbersChanged(draft);
      draft.status = 'open';
      return;
    }
    case 'ProblemTerminated':
      at.status = 'terminated';
      if (at.awaitsVote) endVote(draft);
      at.awaitsVote = false;
      at.sustained = null;
      at.terminated = { ...deed(recorded, data), reason: data.reason };
      at.extension = null;
      at.amendment = null;
      numbersChanged(draft);
      return endIfOver(draft);
    default:
      return unreachable(type);
  }
};

/** Whatever was claimed and judged belongs to the round that is over; the next is a round of its own. */
export const backToWork = (at: Problem): void => {
  Object.assign(at, {
    status: 'rectifying',
    claim: null,
    reviewed: null,
    checked: null,
    accepted: null,
    notice: null,
  });
  at.claimRound += 1;
};
