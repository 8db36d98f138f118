import { basisHash, problemListBasis } from './basis';
import type { PlannedVote } from './campaign.plan';
import type { Campaign } from './campaign.state';
import * as duties from './duties';
import { minutesConfirmer, openSeats, voter } from './electorate';
import type { Subject } from '../obligation/obligation';
import { act, owe, type Owed } from './owe';
import { stageOf } from './stages';

/** Of a list that the leading group confirms: that it is asked, each member's vote, and the second member's look at minutes. */
export const owedForVote = (
  campaign: Campaign,
  planned: PlannedVote,
  subject: Subject,
  from: string | null,
): Owed[] => {
  const { vote, voteRound } = campaign;
  if (vote === null) {
    const shown = { basisHash: basisHash(problemListBasis(campaign)) };
    return [
      owe(campaign, 'confirmProblemList', subject, {
        round: stageOf(campaign, 'problemList').round + voteRound,
        holder: duties.secretary(),
        from,
        action: act('OpenVote', shown),
        alternatives: [act('RecordMeetingVote', shown)],
      }),
    ];
  }
  const defaults = { basisHash: vote.basisHash };
  if (vote.how === 'meeting') {
    return [
      owe(
        campaign,
        'confirmMeetingVote',
        { type: 'stage', id: 'problemList' },
        {
          round: voteRound,
          holder: minutesConfirmer(planned, vote),
          action: act('ConfirmMeetingVote', defaults),
        },
      ),
    ];
  }
  return openSeats(vote).map((seat) =>
    owe(
      campaign,
      'castVote',
      { type: 'stage', id: `problemList#${seat}` },
      { round: voteRound, holder: voter(vote, seat), action: act('CastVote', defaults) },
    ),
  );
};
