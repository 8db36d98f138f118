import {
  inCampaign,
  launched,
  meetingVote,
  ordinary,
  owedNow,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whoOwes,
  withoutVote,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import type { VoteClass, VoteRule } from './quorum';

const group = [people.secretary, people.deputy, people.organiser, people.discipline, people.publicity];
const before = whenOwed('confirmProblemList');
const shown = (world: CampaignWorld = before) => ({
  basisHash: String(theOwed(world, 'confirmProblemList').action.defaults['basisHash']),
});
const basis = shown();
const open: CampaignCommand = { type: 'OpenVote', data: basis };
const cast = (vote: VoteClass, of = basis): CampaignCommand => ({ type: 'CastVote', data: { ...of, vote } });
const voted = (world: CampaignWorld, ...votes: readonly (readonly [string, VoteClass])[]) =>
  votes.reduce((now, [person, vote]) => send(now, person, cast(vote)), world);
const opened = send(before, people.secretary, open);
const meeting = (...votes: readonly (readonly [string, VoteClass])[]): CampaignCommand => ({
  type: 'RecordMeetingVote',
  data: { ...basis, minutes: '〔2026〕5号', votes: votes.map(([person, vote]) => ({ person, vote })) },
});
const confirmMeeting: CampaignCommand = { type: 'ConfirmMeetingVote', data: basis };
const rule = (rule: VoteRule): CampaignWorld => {
  const template = templateState();
  if (!template.latest?.vote) throw new Error('no vote');
  const latest = { ...template.latest, vote: { ...template.latest.vote, rule } };
  const from = whenOwed('confirmProblemList', ordinary, {
    from: launched({ template: { ...template, latest } }),
  });
  return send(from, people.secretary, { type: 'OpenVote', data: shown(from) });
};

describe('the vote on the problem list', () => {
  it('R3.9 RR1.7 is owed by the secretary, and opened by nobody else', () => {
    expect(whoOwes(before, theOwed(before, 'confirmProblemList'))).toEqual([people.secretary]);
    inCampaign(before).when(people.deputy, open).thenRefused('NOT_YOURS');
    inCampaign(before)
      .when(people.secretary, { type: 'OpenVote', data: { basisHash: 'stale' } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(before)
      .when(people.secretary, { type: 'ConfirmProblemList', data: basis })
      .thenRefused('VOTE_REQUIRED');
  });

  it('R4.6 fixes who is eligible when it opens: each member of the leading group once', () => {
    const twoPosts = {
      ...before,
      directory: withPosts(before.directory, ['begins', 'publicityMember', people.deputy]),
    };
    inCampaign(twoPosts)
      .when(people.secretary, open)
      .then({ type: 'VoteOpened', data: { seats: group.map((person) => ({ person })) } });
  });

  it('RR1.7 is then owed by each of them within three working days, on the ladder of decisions', () => {
    const owed = owedNow(opened, 'castVote');
    expect(owed.flatMap((obligation) => whoOwes(opened, obligation))).toEqual(group);
    expect(owed.every(({ dueOn }) => dueOn === '2026-04-03')).toBe(true);
    expect(owedNow(opened, 'confirmProblemList')).toEqual([]);
    inCampaign(opened).when(people.secretary, open).thenRefused('VOTE_OPEN');
    inCampaign(opened).when(people.member, cast('for')).thenRefused('NOT_YOURS');
    inCampaign(before).when(people.member, cast('for')).thenRefused('NOT_YOURS');
    inCampaign(before).when(people.deputy, cast('for')).thenRefused('VOTE_NOT_OPEN');
  });

  it('R3.9 R3.10 RR1.7 freezes the list with the deciding vote, in the same command', () => {
    const three = voted(
      opened,
      [people.deputy, 'for'],
      [people.organiser, 'for'],
      [people.publicity, 'abstain'],
    );
    const { id, textHash } = theProblem(three);
    const after = inCampaign(three)
      .when(people.secretary, cast('for'))
      .then(
        { type: 'VoteCast', data: { seat: 0, vote: 'for' } },
        { type: 'ProblemListConfirmed', data: { ...basis, basis: { content: [[1, id, textHash]] } } },
      )
      .world();
    expect(after.campaign.listed?.basisHash).toBe(basis.basisHash);
    expect(owedNow(after, 'castVote')).toEqual([]);
    inCampaign(after).when(people.discipline, cast('for')).thenRefused('ALREADY_DECIDED');
  });

  it('R3.9 R4.5 needs two thirds present: three of five for it wait for a fourth who may abstain', () => {
    const three = voted(opened, [people.deputy, 'for'], [people.organiser, 'for'], [people.secretary, 'for']);
    expect(three.campaign.listed).toBeNull();
    expect(voted(three, [people.publicity, 'abstain']).campaign.listed).not.toBeNull();
  });

  it('R4.6 takes a changed vote as a new fact that counts instead, and the same again as none', () => {
    const once = voted(opened, [people.deputy, 'for']);
    inCampaign(once).when(people.deputy, cast('for')).then();
    const changed = inCampaign(once)
      .when(people.deputy, cast('against'))
      .then({ type: 'VoteCast', data: { vote: 'against' } })
      .world();
    expect(changed.campaign.vote?.ballots).toEqual([{ seat: 1, by: people.deputy, vote: 'against' }]);
  });

  it('R4.5 that cannot pass any more has failed, and may be opened anew', () => {
    const two = voted(opened, [people.deputy, 'against'], [people.organiser, 'abstain']);
    const failed = inCampaign(two)
      .when(people.publicity, cast('against'))
      .then(
        { type: 'VoteCast' },
        { type: 'VoteFailed', data: { for: 0, against: 2, abstain: 1, eligible: 5 } },
      )
      .world();
    expect(theOwed(failed, 'confirmProblemList').key).toBe('confirmProblemList:problemList:2');
    const anew = send(failed, people.secretary, open);
    expect(owedNow(anew, 'castVote').map(({ key }) => key)).toContain('castVote:problemList#0:2');
    expect(walk(anew, ordinary, () => false).campaign.status).toBe('signedOff');
  });

  it('R4.5 by all, or by n of m, passes as the plan says', () => {
    const all = rule('allOfEligible');
    const votes = (world: CampaignWorld, who: readonly string[]) => {
      const of = { basisHash: world.campaign.vote?.basisHash ?? '' };
      return who.reduce((now, person) => send(now, person, cast('for', of)), world);
    };
    expect(votes(all, group.slice(1)).campaign.listed).toBeNull();
    expect(votes(all, group).campaign.listed).not.toBeNull();
    const four = rule({ atLeast: 4 });
    expect(votes(four, group.slice(2)).campaign.listed).toBeNull();
    expect(votes(four, group.slice(1)).campaign.listed).not.toBeNull();
  });

  it('R4.7 keeps the vote of who left, and gives an open seat to the successor', () => {
    const one = voted(opened, [people.deputy, 'for'], [people.organiser, 'for']);
    const left = {
      ...one,
      directory: withPosts(
        one.directory,
        ['ends', 'deputySecretary', people.deputy],
        ['ends', 'publicityMember', people.publicity],
        ['begins', 'publicityMember', people.member],
      ),
    };
    inCampaign(left).when(people.deputy, cast('against')).thenRefused('NOT_YOURS');
    const after = voted(left, [people.member, 'abstain'], [people.secretary, 'for']);
    expect(after.campaign.listed).not.toBeNull();
  });

  it('may be opened anew where a seat is left that nobody can take', () => {
    const directory = withPosts(opened.directory, ['ends', 'publicityMember', people.publicity]);
    const anew = inCampaign({ ...opened, directory })
      .when(people.secretary, open)
      .then({ type: 'VoteOpened' })
      .world();
    expect(anew.campaign.vote?.seats).toHaveLength(4);
    inCampaign({ ...opened, directory })
      .when(people.secretary, cast('for'))
      .then({ type: 'VoteCast', data: { seat: 0 } });
  });

  it('is the upper unit’s secretary’s alone where the group is too small', () => {
    const directory = withPosts(
      before.directory,
      ['ends', 'publicityMember', people.publicity],
      ['ends', 'disciplineMember', people.discipline],
      ['ends', 'organisationMember', people.organiser],
    );
    const small = send({ ...before, directory }, people.secretary, open);
    inCampaign(small).when(people.deputy, cast('for')).thenRefused('NOT_YOURS');
    inCampaign(small)
      .when(people.districtSecretary, cast('for'))
      .then({ type: 'VoteCast' }, { type: 'ProblemListConfirmed' });
  });
});

describe('a vote of a meeting', () => {
  const recorded = send(
    before,
    people.secretary,
    meeting(
      [people.secretary, 'for'],
      [people.deputy, 'for'],
      [people.organiser, 'for'],
      [people.publicity, 'abstain'],
    ),
  );

  it('RR1.7 RR2.23 is recorded with its minutes’ number, and takes effect when another member confirms it', () => {
    expect(recorded.campaign.listed).toBeNull();
    expect(whoOwes(recorded, theOwed(recorded, 'confirmMeetingVote'))).toEqual([people.deputy]);
    inCampaign(recorded).when(people.secretary, confirmMeeting).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(recorded)
      .when(people.deputy, { type: 'ConfirmMeetingVote', data: { basisHash: 'stale' } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(recorded)
      .when(people.deputy, confirmMeeting)
      .then({ type: 'MeetingVoteConfirmed' }, { type: 'ProblemListConfirmed', data: basis });
    inCampaign(before).when(people.deputy, confirmMeeting).thenRefused('VOTE_NOT_OPEN');
  });

  it('R4.5 RR2.23 of too few fails by the same quorum', () => {
    const few = send(before, people.secretary, meeting([people.secretary, 'for'], [people.deputy, 'for']));
    inCampaign(few)
      .when(people.deputy, confirmMeeting)
      .then({ type: 'MeetingVoteConfirmed' }, { type: 'VoteFailed', data: { for: 2, eligible: 5 } });
  });

  it('R4.6 RR2.23 names members only, each once, and somebody at least', () => {
    inCampaign(before).when(people.secretary, meeting()).thenRefused('INVALID', 'votes');
    inCampaign(before)
      .when(people.secretary, meeting([people.member, 'for']))
      .thenRefused('NOT_A_MEMBER', 'votes[0].person');
    inCampaign(before)
      .when(people.secretary, meeting([people.deputy, 'for'], [people.deputy, 'against']))
      .thenRefused('INVALID', 'votes[1].person');
    inCampaign(before)
      .when(people.deputy, meeting([people.deputy, 'for']))
      .thenRefused('NOT_YOURS');
  });

  it('may be recorded anew until it is confirmed, and not while a vote runs', () => {
    const again = send(recorded, people.secretary, meetingVote(recorded, basis.basisHash));
    expect(owedNow(again, 'confirmMeetingVote').map(({ key }) => key)).toEqual([
      'confirmMeetingVote:problemList:2',
    ]);
    inCampaign(opened)
      .when(people.secretary, meeting([people.deputy, 'for']))
      .thenRefused('VOTE_OPEN');
  });
});

describe('a plan that asks for no vote', () => {
  it('takes none', () => {
    const world = whenOwed('confirmProblemList', ordinary, { from: launched({ template: withoutVote() }) });
    for (const command of [open, meeting([people.deputy, 'for'])])
      inCampaign(world).when(people.secretary, command).thenRefused('VOTE_NOT_ASKED');
    inCampaign(world).when(people.deputy, cast('for')).thenRefused('NOT_YOURS');
  });
});
