import { accept, refuse, type Decision, type PersonId } from '../kernel/kernel';
import { basisHash, problemListBasis } from './basis';
import type { CommandData } from './campaign.commands';
import type { CampaignEvent } from './campaign.events';
import type { PlannedVote } from './campaign.plan';
import type { Campaign } from './campaign.state';
import { permit, today, type CampaignContext, type Permit } from './context';
import { listClosedFor, listConfirmed } from './decide.problem-list';
import { secretary } from './duties';
import { electorateNow, groupNow, hasEmptySeat, minutesConfirmer, openSeats, voter } from './electorate';
import { isSupplementary } from './stages';
import { isPassed, outcomeOf, tally, type Tally } from './quorum';

type Running = NonNullable<Campaign['vote']>;

/** The secretary puts the list to the vote; who may vote, and how many that is, is fixed here. */
export const openVote = (
  campaign: Campaign,
  data: CommandData<'OpenVote'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const asked = mayAsk(campaign, data.basisHash, context);
  if (!asked.ok) return asked;
  const seats = electorateNow(campaign, asked.planned, context.directory);
  return accept<CampaignEvent>(
    [{ type: 'VoteOpened', data: { basisHash: data.basisHash, seats, on: today(context) } }],
    asked.as,
  );
};

/**
 * One person one vote: a changed one is a new fact and counts instead. The vote that decides is recorded with its outcome:
 * the confirmed, frozen list, or that it failed.
 */
export const castVote = (
  campaign: Campaign,
  { basisHash: shown, vote: cast }: CommandData<'CastVote'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { vote, plan } = campaign;
  if (!plan.vote || vote?.how !== 'cast') return noneToCast(campaign, context);
  const mine = seatOf(campaign, vote, context);
  if (!mine.ok) return mine;
  if (vote.basisHash !== shown) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const { seat, by } = mine;
  if (vote.ballots.some((ballot) => ballot.by === by && ballot.vote === cast)) return accept([], mine.as);
  const on = today(context);
  const others = vote.ballots.filter((ballot) => ballot.seat !== seat);
  const count = tally([...others.map((ballot) => ballot.vote), cast], vote.seats.length);
  const outcome = outcomeOf(plan.vote, count);
  return accept<CampaignEvent>(
    [
      { type: 'VoteCast', data: { seat, vote: cast, basisHash: shown, on } },
      ...(outcome === 'open' ? [] : [decided(campaign, outcome === 'passed', count, on)]),
    ],
    mine.as,
  );
};

/** A vote held in a meeting: who attended and how each voted, under the number of its minutes. A second member confirms it. */
export const recordMeetingVote = (
  campaign: Campaign,
  { basisHash: shown, minutes, votes }: CommandData<'RecordMeetingVote'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const asked = mayAsk(campaign, shown, context);
  if (!asked.ok) return asked;
  if (votes.length === 0) return refuse('INVALID', { field: 'votes' });
  const seats = groupNow(campaign, asked.planned, context.directory);
  const seen = new Set<PersonId>();
  const ballots = [];
  for (const [index, { person, vote }] of votes.entries()) {
    const seat = seats.findIndex((each) => each.person === person);
    const field = `votes[${index}].person`;
    if (seat < 0) return refuse('NOT_A_MEMBER', { field });
    if (seen.has(person)) return refuse('INVALID', { field });
    seen.add(person);
    ballots.push({ seat, person, vote });
  }
  return accept<CampaignEvent>(
    [
      {
        type: 'MeetingVoteRecorded',
        data: { basisHash: shown, minutes, seats, votes: ballots, on: today(context) },
      },
    ],
    asked.as,
  );
};

/** Another person than the recorder confirms the minutes; the recorded votes then decide. */
export const confirmMeetingVote = (
  campaign: Campaign,
  { basisHash: shown }: CommandData<'ConfirmMeetingVote'>,
  context: CampaignContext,
): Decision<CampaignEvent> => {
  const { vote, plan } = campaign;
  if (!plan.vote || vote?.how !== 'meeting') return noneToCast(campaign, context);
  const allowed = permit(campaign, minutesConfirmer(plan.vote, vote), context);
  if (!allowed.ok) return allowed;
  if (vote.basisHash !== shown) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  const on = today(context);
  const count = tally(
    vote.ballots.map((ballot) => ballot.vote),
    vote.seats.length,
  );
  const passed = count.eligible >= plan.vote.atLeastEligible && isPassed(plan.vote, count);
  return accept<CampaignEvent>(
    [{ type: 'MeetingVoteConfirmed', data: { basisHash: shown, on } }, decided(campaign, passed, count, on)],
    allowed.as,
  );
};

const decided = (campaign: Campaign, passed: boolean, count: Tally, on: string): CampaignEvent => {
  const confirmed = listConfirmed(campaign, on);
  const { basisHash: hash } = confirmed.data;
  return passed ? confirmed : { type: 'VoteFailed', data: { ...count, basisHash: hash, on } };
};

type Asked =
  | (Extract<Permit, { ok: true }> & { readonly planned: PlannedVote })
  | Extract<Decision<CampaignEvent>, { ok: false }>;

/** The secretary asks the group, on what the list is now; anew only where a vote failed, is void or cannot come to an end. */
const mayAsk = (campaign: Campaign, shown: string, context: CampaignContext): Asked => {
  const allowed = permit(campaign, secretary(), context);
  if (!allowed.ok) return allowed;
  const planned = campaign.plan.vote;
  if (!planned) return refuse('VOTE_NOT_ASKED');
  const closed = listClosedFor(campaign, context);
  if (closed) return closed;
  const { vote } = campaign;
  if (vote?.how === 'cast' && !hasEmptySeat(campaign, vote, context.directory)) return refuse('VOTE_OPEN');
  if (basisHash(problemListBasis(campaign)) !== shown) return refuse('BASIS_CHANGED', { field: 'basisHash' });
  return { ...allowed, planned };
};

/** The seat a person votes on: the one they voted on, while its post is theirs, or an open one of a post of theirs. */
const seatOf = (campaign: Campaign, vote: Running, context: CampaignContext) => {
  const { actor } = context;
  const by = actor.kind === 'person' ? actor.personId : null;
  const own = vote.ballots.filter((ballot) => ballot.by === by).map(({ seat }) => seat);
  let refused: Permit = { ok: false, refusal: { code: 'NOT_YOURS' } };
  for (const seat of own.length > 0 ? own : openSeats(vote)) {
    const allowed = permit(campaign, voter(vote, seat), context);
    if (allowed.ok) return { ...allowed, seat };
    // Being barred from the others' seats is no news to a member.
    if (allowed.refusal.code === 'NOBODY_ELIGIBLE') refused = allowed;
  }
  return refused;
};

/** To members: how it stands. To everybody else it is not theirs. */
const noneToCast = (campaign: Campaign, { actor, directory }: CampaignContext) => {
  const planned = campaign.plan.vote;
  if (!planned || actor.kind !== 'person') return refuse('NOT_YOURS');
  const isMember = groupNow(campaign, planned, directory).some(({ person }) => person === actor.personId);
  if (!isMember) return refuse('NOT_YOURS');
  return campaign.listed && !isSupplementary(campaign)
    ? refuse('ALREADY_DECIDED', { params: { on: campaign.listed.on } })
    : refuse('VOTE_NOT_OPEN');
};
