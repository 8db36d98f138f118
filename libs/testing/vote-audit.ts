import type { PersonId } from '@rectify/domain';
import type { CampaignWorld } from './campaign-world';

interface Running {
  /** The hash of what is voted on: nothing else can come of the vote. */
  readonly basisHash: string;
  readonly seats: number;
  readonly byMeeting: boolean;
  /** The last vote of each seat: who cast it, and whether it was for. */
  readonly ballots: Map<number, { readonly by: PersonId; readonly isFor: boolean }>;
}

/**
 * The rule of votes read once more from the finished log alone (domain.md §4.2): one person one vote, the changed one
 * counts, abstentions are present and not for; a list is confirmed exactly when enough took part and enough were for it,
 * and a vote fails only when it could not pass any more. Counted here in its own way, in whole numbers of persons.
 */
export const voteBreaches = ({ campaign, log }: CampaignWorld): string[] => {
  const planned = campaign.plan.vote;
  if (!planned) return [];
  const breaches: string[] = [];
  let running: Running | null = null;
  for (const { event, actor } of log) {
    switch (event.type) {
      case 'VoteOpened':
        running = {
          basisHash: event.data.basisHash,
          seats: event.data.seats.length,
          byMeeting: false,
          ballots: new Map(),
        };
        break;
      case 'MeetingVoteRecorded':
        running = {
          basisHash: event.data.basisHash,
          seats: event.data.seats.length,
          byMeeting: true,
          ballots: new Map(
            event.data.votes.map(({ seat, person, vote }) => [seat, { by: person, isFor: vote === 'for' }]),
          ),
        };
        break;
      case 'VoteCast':
        running?.ballots.set(event.data.seat, {
          by: actor.kind === 'person' ? actor.personId : 'system',
          isFor: event.data.vote === 'for',
        });
        break;
      case 'ProblemListConfirmed':
      case 'VoteFailed': {
        if (running?.basisHash !== event.data.basisHash) breaches.push(`${event.type} without a vote on it`);
        else breaches.push(...breachesOf(running, planned, event.type === 'ProblemListConfirmed'));
        running = null;
        break;
      }
      default:
    }
  }
  return breaches;
};

type Planned = NonNullable<CampaignWorld['campaign']['plan']['vote']>;

const breachesOf = ({ seats, byMeeting, ballots }: Running, planned: Planned, passed: boolean): string[] => {
  const { rule, presentAtLeast, atLeastEligible } = planned;
  const voters = [...ballots.values()];
  const breaches: string[] = [];
  if (new Set(voters.map(({ by }) => by)).size < voters.length) breaches.push('one person, two votes');
  if (voters.length > seats) breaches.push('more votes than seats');
  const isEnough = (present: number, inFavour: number): boolean => {
    const [part, whole] = presentAtLeast;
    if (present === 0 || present * whole < seats * part) return false;
    if (rule === 'allOfEligible') return inFavour === seats;
    if (rule === 'majorityOfEligible') return inFavour * 2 > seats;
    return inFavour >= Math.min(Math.max(rule.atLeast, 1), seats);
  };
  const inFavour = voters.filter(({ isFor }) => isFor).length;
  const isLargeEnough = !byMeeting || seats >= atLeastEligible;
  if (passed && !(isLargeEnough && isEnough(voters.length, inFavour)))
    breaches.push(`confirmed with ${inFavour} for of ${voters.length} present of ${seats}`);
  const outstanding = byMeeting ? 0 : seats - voters.length;
  if (!passed && isLargeEnough && isEnough(voters.length + outstanding, inFavour + outstanding))
    breaches.push(`failed with ${inFavour} for, ${outstanding} outstanding of ${seats}`);
  return breaches;
};
