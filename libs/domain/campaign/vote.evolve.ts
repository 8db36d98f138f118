import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignState } from './campaign.state';
import { person } from './doer';
import type { VoteEvent } from './vote.events';

/** What becomes of the running vote. Each vote asked is another round: its obligations are new ones. */
export const evolveVote = (draft: CampaignState, { type, data }: VoteEvent, recorded: Recorded): void => {
  switch (type) {
    case 'VoteOpened':
      draft.voteRound += 1;
      draft.vote = {
        how: 'cast',
        basisHash: data.basisHash,
        seats: data.seats.map((seat) => ({ ...seat })),
        ballots: [],
        minutes: null,
        recordedBy: null,
      };
      return;
    case 'MeetingVoteRecorded':
      draft.voteRound += 1;
      draft.vote = {
        how: 'meeting',
        basisHash: data.basisHash,
        seats: data.seats.map((seat) => ({ ...seat })),
        ballots: data.votes.map(({ seat, person: by, vote }) => ({ seat, by, vote })),
        minutes: data.minutes,
        recordedBy: person(recorded),
      };
      return;
    case 'VoteCast': {
      const { vote } = draft;
      if (!vote) throw new Error('the log has a vote cast where none was open');
      // The changed vote counts; the earlier one stays a fact of the log.
      vote.ballots = vote.ballots.filter(({ seat }) => seat !== data.seat);
      vote.ballots.push({ seat: data.seat, by: person(recorded), vote: data.vote });
      return;
    }
    case 'MeetingVoteConfirmed':
      return;
    case 'VoteFailed':
      return endVote(draft);
    default:
      return unreachable(type);
  }
};

/** A vote ends with its outcome, and is void once the list is another than the one it was asked on. */
export const endVote = (draft: CampaignState): void => {
  draft.vote = null;
};
