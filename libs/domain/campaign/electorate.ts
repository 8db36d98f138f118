import { holdersOf, resolvePostRef } from '../directory/directory-view';
import type { Directory } from '../directory/directory.state';
import type { PersonId } from '../kernel/kernel';
import { resolveHolder } from '../obligation/holder';
import type { Holder } from '../obligation/obligation';
import type { Seat } from './campaign.events';
import type { PlannedVote } from './campaign.plan';
import type { Campaign } from './campaign.state';

/**
 * The leading group as the directory has it now: a seat for each person, at the first of their posts. One person has one
 * seat, however many posts they hold.
 */
export const groupNow = (
  { unitId }: Campaign,
  { posts }: PlannedVote,
  directory: Directory,
): readonly Seat[] => {
  const seated = new Set<PersonId>();
  return posts.flatMap((post) =>
    holdersOf(directory, unitId, post)
      .filter((person) => !seated.has(person) && seated.add(person).size > 0)
      .map((person) => ({ post, person })),
  );
};

/** Who votes: the group; where it is smaller than the plan's least, the upper unit's secretary alone. */
export const electorateNow = (
  campaign: Campaign,
  planned: PlannedVote,
  directory: Directory,
): readonly Seat[] => {
  const group = groupNow(campaign, planned, directory);
  if (group.length >= planned.atLeastEligible) return group;
  const [person = null] = resolvePostRef(directory, campaign.unitId, 'secretary@parent').people;
  return [{ post: 'secretary@parent', person }];
};

type Running = NonNullable<Campaign['vote']>;

/**
 * Who casts the vote of a seat: whoever holds its post, so that a successor takes it over; nobody votes on two seats.
 * Whoever was seated at the opening votes while they hold it, and nobody appointed beside them; nobody stands in.
 * Who cast it already stays its voter for as long as they hold the post.
 */
export const voter = ({ seats, ballots }: Running, seat: number): Holder => {
  const { post, person = null } = seats[seat] ?? {};
  const elsewhere = ballots.filter((ballot) => ballot.seat !== seat).map(({ by }) => by);
  const beside = seats.flatMap(({ person }, index) => (index !== seat && person !== null ? [person] : []));
  return {
    duty: null,
    person: null,
    posts: post === undefined ? [] : [post],
    not: [...new Set([...elsewhere, ...beside])],
    apartFrom: [],
    ...(person === null ? {} : { seated: person }),
  };
};

/** The seats whose vote was not cast yet. */
export const openSeats = ({ seats, ballots }: Running): readonly number[] =>
  seats.map((_, seat) => seat).filter((seat) => !ballots.some((ballot) => ballot.seat === seat));

/** A seat that nobody can take any more: the vote may be opened anew. */
export const hasEmptySeat = (campaign: Campaign, vote: Running, directory: Directory): boolean =>
  openSeats(vote).some(
    (seat) => resolveHolder(voter(vote, seat), directory, campaign.unitId).how !== 'holder',
  );

/** Who confirms the minutes of a meeting: a member who attended, else any; never who recorded them. */
export const minutesConfirmer = ({ posts }: PlannedVote, { ballots, recordedBy, seats }: Running): Holder => {
  const attended = ballots.flatMap(({ seat }) => seats[seat]?.post ?? []);
  return {
    duty: null,
    person: null,
    posts: [...new Set([...attended, ...posts, 'secretary@parent' as const])],
    not: recordedBy === null ? [] : [recordedBy],
    apartFrom: [],
  };
};
