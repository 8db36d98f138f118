/** Each rule of docs/authority.md by its number, on the history by natural person; neighbours' specs show more of each. */
import {
  assign,
  claiming,
  inCampaign,
  judge,
  launched,
  ledBySecretary,
  ordinary,
  people,
  reopening,
  send,
  templateState,
  theOwed,
  theProblem,
  triage,
  walk,
  whenOwed,
  whenProblemIs,
  withPosts,
  commandOf,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import { draw, seedOf } from './sampling';

const { secretary, deputy, organiser, discipline, publicity, member, districtSecretary, supervisor } = people;
const ownedBySecretary = (): CampaignWorld => {
  const template = templateState();
  for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
  return launched({ template });
};
const rectifying = whenProblemIs('rectifying');
const claimed = whenProblemIs('claimed');
const reviewed = whenProblemIs('reviewed');
const accepted = whenProblemIs('accepted');
const closed = whenProblemIs('closed');
const closedBeforeLookBack = whenProblemIs('closed', ordinary, launched({}, []));
const reopened = send(closed, secretary, reopening(closed));
const again = (status: 'claimed' | 'reviewed'): CampaignWorld => whenProblemIs(status, ordinary, reopened);
const { id } = theProblem(closed);

describe('separation of duties, rule by rule', () => {
  it('C1 who applies, who reviews and who accepts are three', () => {
    inCampaign(claimed).when(organiser, judge(claimed, 'PassReview')).thenRefused('NOT_YOURS');
    const named = (duty: 'reviewer' | 'acceptor', person: string, world = reviewed) =>
      inCampaign(world)
        .when(secretary, assign(duty, theProblem(world).id, person))
        .thenRefused('SEPARATION_OF_DUTIES', 'person');
    named('acceptor', discipline);
    named('acceptor', organiser);
    named('reviewer', organiser);
    inCampaign(accepted)
      .when(districtSecretary, assign('reviewer', theProblem(accepted).id, secretary))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it('C2 who worked on it neither accepts nor signs, and who led it does not sign', () => {
    for (const [duty, person] of [
      ['acceptor', organiser],
      ['signer', organiser],
      ['signer', deputy],
    ] as const)
      inCampaign(reviewed)
        .when(secretary, assign(duty, theProblem(reviewed).id, person))
        .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it.each([
    ['worked on it', organiser],
    ['led it', deputy],
    ['reviewed it', discipline],
    ['accepted and signed it', secretary],
  ])('C3 who %s does not look back on it, by whichever name', (_, person) => {
    const world = closedBeforeLookBack;
    const decision = inCampaign(world).when(
      districtSecretary,
      assign('examiner', theProblem(world).id, person),
    );
    decision.thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it('C5 nobody triages what they reported; exclusion and handing over have two persons', () => {
    const reported = whenProblemIs('reported', ordinary, ownedBySecretary());
    for (const decision of ['include', 'exclude', 'handOver'] as const) {
      const command = triage(theProblem(reported).id, decision);
      inCampaign(reported).when(secretary, command).thenRefused('SEPARATION_OF_DUTIES');
      expect(inCampaign(reported).when(deputy, command).world().log.at(-1)).toBeDefined();
    }
  });

  it('C6 what was voted on is another: the vote is void, and no ballot is gone', () => {
    const before = whenOwed('confirmProblemList');
    const basisHash = String(theOwed(before, 'confirmProblemList').action.defaults['basisHash']);
    const cast: CampaignCommand = { type: 'CastVote', data: { basisHash, vote: 'for' } };
    const voted = send(send(before, secretary, { type: 'OpenVote', data: { basisHash } }), deputy, cast);
    inCampaign(voted).when(member, cast).thenRefused('NOT_YOURS');
    // Appointed beside a member who is there, or while they are away: the seat is the member's alone until they leave.
    const beside = withPosts(voted.directory, ['begins', 'publicityMember', member]);
    for (const absent of [{}, { [publicity]: true as const }])
      inCampaign({ ...voted, directory: { ...beside, absent } })
        .when(member, cast)
        .thenRefused('NOT_YOURS');
    const succeeded = withPosts(beside, ['ends', 'publicityMember', publicity]);
    inCampaign({ ...voted, directory: succeeded })
      .when(member, cast)
      .then({ type: 'VoteCast' });
    const correction: CampaignCommand = {
      type: 'CorrectProblem',
      data: { problemId: theProblem(voted).id, title: '另一个说法', reason: '笔误' },
    };
    const corrected = send(voted, secretary, correction);
    inCampaign(corrected).when(publicity, cast).thenRefused('VOTE_NOT_OPEN');
    expect(corrected.log.filter(({ event }) => event.type === 'VoteCast')).toHaveLength(1);
  });

  it('C7 neither another post, nor an assignment to somebody else, nor a reopening launders what somebody did', () => {
    const handedOn = send(reopened, secretary, assign('owner', id, publicity));
    const later = walk(handedOn, ordinary, (world) => theProblem(world).status === 'claimed');
    expect(theProblem(later).claim?.by).toBe(publicity);
    const moved = {
      ...later,
      directory: withPosts(
        later.directory,
        ['ends', 'organisationMember', organiser],
        ['begins', 'disciplineMember', organiser],
        ['ends', 'disciplineMember', discipline],
      ),
    };
    inCampaign(moved).when(organiser, judge(moved, 'PassReview')).thenRefused('SEPARATION_OF_DUTIES');
  });

  it('C8 a secretary who owned or led neither accepts nor signs: the unit above does', () => {
    const led = whenProblemIs('reviewed', ledBySecretary);
    inCampaign(led).when(secretary, judge(led, 'AcceptCompletion')).thenRefused('SEPARATION_OF_DUTIES');
    const taken = send(led, deputy, judge(led, 'AcceptCompletion'));
    inCampaign(taken).when(secretary, judge(taken, 'SignOffProblem')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(taken).when(districtSecretary, judge(taken, 'SignOffProblem')).then({ type: 'ProblemClosed' });
  });

  it('C9 where nobody is eligible somebody is to be named, and nothing is waived', () => {
    const alone = {
      ...reviewed,
      directory: withPosts(
        reviewed.directory,
        ['ends', 'deputySecretary', deputy],
        ['ends', 'secretary', secretary],
        ['ends', 'supervisor', supervisor, 'unit-district'],
      ),
    };
    const accepting = judge(alone, 'AcceptCompletion');
    inCampaign(alone).when(districtSecretary, accepting).thenRefused('NOBODY_ELIGIBLE');
    inCampaign(alone)
      .when(districtSecretary, assign('acceptor', theProblem(alone).id, discipline))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
    inCampaign(alone).when('system', accepting).thenRefused('NOT_YOURS');
  });

  it('C10 what was reopened is accepted by somebody who never accepted it', () => {
    const second = again('reviewed');
    expect(theProblem(second).acceptedBefore).toEqual([secretary]);
    inCampaign(second).when(secretary, judge(second, 'AcceptCompletion')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(second)
      .when(deputy, assign('acceptor', id, secretary))
      .thenRefused('NOT_YOURS');
    inCampaign(second).when(deputy, judge(second, 'AcceptCompletion')).then({ type: 'CompletionAccepted' });
  });

  it('C10 a claim that was only returned may be accepted by the same person', () => {
    const back = send(accepted, secretary, {
      type: 'ReturnClaim',
      data: {
        problemId: theProblem(accepted).id,
        basisHash: theProblem(accepted).claim?.hash ?? '',
        missing: '缺佐证',
      },
    });
    const second = whenProblemIs('reviewed', ordinary, back);
    inCampaign(second)
      .when(secretary, judge(second, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
  });

  it('C11 nobody makes themselves a judge', () => {
    const led = whenProblemIs('claimed', ordinary);
    for (const duty of ['reviewer', 'checker'] as const)
      inCampaign(led)
        .when(secretary, assign(duty, theProblem(led).id, secretary))
        .thenRefused('SELF_ASSIGNMENT', 'person');
  });

  it.each([
    ['ApprovePlan', 'planSubmitted', deputy],
    ['ReturnPlan', 'planSubmitted', deputy],
    ['PassReview', 'claimed', discipline],
    ['ReturnClaim', 'claimed', discipline],
    ['AcceptCompletion', 'reviewed', secretary],
    ['SignOffProblem', 'accepted', secretary],
  ] as const)('C12 %s on another basis than stands is refused', (type, status, by) => {
    const world = whenProblemIs(status);
    const data = { problemId: theProblem(world).id, basisHash: 'f'.repeat(64), missing: '-' };
    inCampaign(world)
      .when(by, { type, data } as CampaignCommand)
      .thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('C13 who edits a chain does not edit away who watches them, and a new version of a template reaches no open plan', () => {
    const chained = (approvals: readonly (readonly string[])[]): CampaignCommand =>
      ({
        type: 'ReplanCampaign',
        data: { chains: [{ stage: 'signOff', approvals }], reason: '简化程序' },
      }) as unknown as CampaignCommand;
    const watched = send(
      rectifying,
      secretary,
      chained([['disciplineMember'], ['secretary'], ['supervisor@parent']]),
    );
    for (const looser of [
      [['secretary']],
      [['disciplineMember'], ['secretary']],
      [['secretary'], ['supervisor@parent', 'secretary']],
    ])
      inCampaign(watched)
        .when(secretary, chained(looser))
        .thenRefused('SEPARATION_OF_DUTIES', 'chains[0].approvals');
    inCampaign(watched)
      .when(secretary, chained([['deputySecretary'], ['secretary'], ['secretary@parent']]))
      .then({ type: 'CampaignReplanned' });
    const { latest } = templateState();
    if (!latest) throw new Error('no template');
    const next = {
      ...rectifying,
      template: { ...templateState(), version: 2, latest: { ...latest, vote: null as never } },
    };
    expect(send(next, organiser, claimingWhenDone(next)).campaign.plan).toEqual(rectifying.campaign.plan);
  });

  it('C14 the sample follows from the sign-off’s hash: whoever draws has nothing to choose, and anybody draws it again', () => {
    const toDraw = whenOwed('drawSample', ordinary, { from: launched({}, []) });
    const drawn = send(toDraw, discipline, commandOf(theOwed(toDraw, 'drawSample')));
    const [sample] = drawn.campaign.samples;
    if (!sample) throw new Error('nothing drawn');
    expect(sample.seed).toBe(seedOf(sample.signOffHash, 1));
    expect(draw(sample.seed, sample.population, sample.drawn.length)).toEqual(sample.drawn);
  });
});

const claimingWhenDone = (world: CampaignWorld): CampaignCommand => {
  const [measure] = theProblem(world).plan?.measures ?? [];
  return measure
    ? {
        type: 'ReportProgress',
        data: { problemId: theProblem(world).id, measureId: measure.id, text: '进展' },
      }
    : claiming(world);
};
