import {
  at,
  commandOf,
  inCampaign,
  launched,
  ledBySecretary,
  ordinary,
  people,
  send,
  templateState,
  theOwed,
  theProblem,
  units,
  walk,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const claim = (world: CampaignWorld): CampaignCommand => ({
  type: 'ClaimCompletion',
  data: { problemId: theProblem(world).id, result: '已整改' },
});
const withdraw = (world: CampaignWorld): CampaignCommand => ({
  type: 'WithdrawClaim',
  data: { problemId: theProblem(world).id, reason: '材料有误' },
});
const judge = (
  world: CampaignWorld,
  type: 'PassReview' | 'AcceptCompletion' | 'SignOffProblem',
): CampaignCommand => ({
  type,
  data: { problemId: theProblem(world).id, basisHash: theProblem(world).claim?.hash ?? '' },
});
const giveBack = (world: CampaignWorld, missing = '缺少佐证'): CampaignCommand => ({
  type: 'ReturnClaim',
  data: { problemId: theProblem(world).id, basisHash: theProblem(world).claim?.hash ?? '', missing },
});
const assign = (
  duty: 'owner' | 'reviewer' | 'acceptor',
  subject: string,
  person: string,
): CampaignCommand => ({
  type: 'AssignDuty',
  data: { duty, subject, person, reason: '调整分工' },
});

const rectifying = whenProblemIs('rectifying');
const finished = walk(
  rectifying,
  ordinary,
  (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
);
const claimed = send(finished, people.organiser, claim(finished));
const reviewed = send(claimed, people.discipline, judge(claimed, 'PassReview'));
const accepted = send(reviewed, people.secretary, judge(reviewed, 'AcceptCompletion'));
const closed = send(accepted, people.secretary, judge(accepted, 'SignOffProblem'));

describe('claiming completion', () => {
  it('is the owner’s, with every measure finished, once', () => {
    inCampaign(rectifying).when(people.organiser, claim(rectifying)).thenRefused('MEASURES_OPEN');
    inCampaign(finished).when(people.organiser, claim(finished)).then({ type: 'CompletionClaimed' });
    inCampaign(finished).when(people.deputy, claim(finished)).thenRefused('NOT_YOURS');
    inCampaign(claimed).when(people.organiser, claim(claimed)).thenRefused('ALREADY_DECIDED');
    const planned = whenProblemIs('planSubmitted');
    inCampaign(planned).when(people.organiser, claim(planned)).thenRefused('PLAN_NOT_APPROVED');
    inCampaign(finished)
      .when(people.organiser, { type: 'ClaimCompletion', data: { problemId: 'none', result: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('can be withdrawn until the review, and is then another round', () => {
    const back = inCampaign(claimed)
      .when(people.organiser, withdraw(claimed))
      .then({ type: 'ClaimWithdrawn' })
      .world();
    expect(theOwed(back, 'claimCompletion').key).toBe(`claimCompletion:${theProblem(back).id}:2`);
    inCampaign(claimed).when(people.secretary, withdraw(claimed)).thenRefused('NOT_YOURS');
    inCampaign(reviewed).when(people.organiser, withdraw(reviewed)).thenRefused('ALREADY_DECIDED');
    inCampaign(finished).when(people.organiser, withdraw(finished)).thenRefused('CLAIM_MISSING');
    inCampaign(claimed)
      .when(people.organiser, { type: 'WithdrawClaim', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });
});

describe('审核 → 验收 → 销号', () => {
  it('go in their order, each by its own person', () => {
    inCampaign(claimed).when(people.discipline, judge(claimed, 'PassReview')).then({ type: 'ReviewPassed' });
    inCampaign(reviewed)
      .when(people.secretary, judge(reviewed, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
    inCampaign(accepted)
      .when(people.secretary, judge(accepted, 'SignOffProblem'))
      .then({ type: 'ProblemClosed', data: { late: false } });
    inCampaign(claimed)
      .when(people.secretary, judge(claimed, 'AcceptCompletion'))
      .thenRefused('NOT_YET_REVIEWED');
    inCampaign(finished).when(people.discipline, judge(finished, 'PassReview')).thenRefused('CLAIM_MISSING');
    inCampaign(accepted)
      .when(people.discipline, judge(accepted, 'PassReview'))
      .thenRefused('ALREADY_DECIDED');
    inCampaign(closed).when(people.secretary, judge(closed, 'SignOffProblem')).thenRefused('ALREADY_DECIDED');
    inCampaign(claimed)
      .when(people.discipline, { type: 'PassReview', data: { problemId: 'none', basisHash: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('judge the claim that was shown, and no other', () => {
    const stale = judge(claimed, 'PassReview');
    const again = walk(
      send(claimed, people.organiser, withdraw(claimed)),
      ordinary,
      (world) => theProblem(world).status === 'claimed',
    );
    inCampaign(again).when(people.discipline, stale).thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(again).when(people.discipline, giveBack(claimed)).thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('tell late from in time by the day of the claim, not of the judgement', () => {
    const due = theProblem(finished).dueOn ?? '';
    const lastMoment = send(at(finished, `${due}T15:59:59.000Z`), people.organiser, claim(finished));
    const judged = walk(
      at(lastMoment, '2026-07-20T02:00:00.000Z'),
      ordinary,
      (world) => theProblem(world).closed !== null,
    );
    expect(theProblem(judged).closed?.late).toBe(false);
    const dayAfter = send(at(finished, `${due}T16:00:00.000Z`), people.organiser, claim(finished));
    expect(
      theProblem(walk(dayAfter, ordinary, (world) => theProblem(world).closed !== null)).closed?.late,
    ).toBe(true);
  });

  it('do not tell an uninvolved person how it stands', () => {
    for (const world of [finished, claimed, reviewed, accepted, closed]) {
      for (const type of ['PassReview', 'AcceptCompletion', 'SignOffProblem'] as const)
        inCampaign(world).when(people.member, judge(world, type)).thenRefused('NOT_YOURS');
      inCampaign(world).when(people.member, giveBack(world)).thenRefused('NOT_YOURS');
    }
  });
});

describe('returning a claim', () => {
  it('belongs to whoever’s turn it is', () => {
    const turns = [
      [claimed, people.discipline, people.secretary],
      [reviewed, people.secretary, people.discipline],
      [accepted, people.secretary, people.discipline],
    ] as const;
    for (const [world, mine, notMine] of turns) {
      inCampaign(world)
        .when(mine, giveBack(world))
        .then({ type: 'ClaimReturned', data: { missing: '缺少佐证' } });
      inCampaign(world).when(notMine, giveBack(world)).thenRefused('NOT_YOURS');
    }
    inCampaign(finished).when(people.discipline, giveBack(finished)).thenRefused('CLAIM_MISSING');
    inCampaign(closed).when(people.discipline, giveBack(closed)).thenRefused('ALREADY_DECIDED');
    inCampaign(claimed)
      .when(people.discipline, {
        type: 'ReturnClaim',
        data: { problemId: 'none', basisHash: '', missing: '' },
      })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('lets the clock go on: the same date in a new round, overdue at once where it has passed', () => {
    const late = at(claimed, '2026-06-30T02:00:00.000Z');
    const returned = send(late, people.discipline, giveBack(late));
    expect(theOwed(returned, 'claimCompletion')).toMatchObject({
      key: `claimCompletion:${theProblem(returned).id}:2`,
      dueOn: theProblem(finished).dueOn,
      dueVersion: 1,
      armedOn: '2026-06-30',
    });
    expect(theProblem(returned)).toMatchObject({ status: 'rectifying', missing: '缺少佐证', reviewed: null });
  });
});

describe('separation of duties by natural person', () => {
  it('sends the secretary who leads past acceptance to the deputy, and the signature up', () => {
    const led = whenProblemIs('reviewed', ledBySecretary);
    inCampaign(led)
      .when(people.secretary, judge(led, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
    const taken = inCampaign(led)
      .when(people.deputy, judge(led, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' })
      .world();
    inCampaign(taken)
      .when(people.secretary, judge(taken, 'SignOffProblem'))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(taken)
      .when(people.districtSecretary, judge(taken, 'SignOffProblem'))
      .then({ type: 'ProblemClosed' });
  });

  it('holds a secretary who led by another post then: a second post launders nothing', () => {
    const first = whenProblemIs('reviewed', ordinary);
    const led = {
      ...first,
      directory: withPosts(
        first.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.deputy],
        ['begins', 'deputySecretary', people.member],
        ['begins', 'supervisor', people.deputy, units.district],
      ),
    };
    inCampaign(led).when(people.deputy, judge(led, 'AcceptCompletion')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(led).when(people.member, judge(led, 'AcceptCompletion')).then({ type: 'CompletionAccepted' });
  });

  it('lets a lead who is not the secretary accept', () => {
    const world = {
      ...reviewed,
      directory: withPosts(reviewed.directory, ['ends', 'secretary', people.secretary]),
    };
    inCampaign(world)
      .when(people.deputy, judge(world, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
  });

  it('sends acceptance and signature up where the secretary owns the problem', () => {
    const template = templateState();
    for (const aspect of template.latest?.aspects ?? []) Object.assign(aspect, { owner: 'secretary' });
    const own = whenProblemIs('reviewed', ordinary, launched({ template }));
    inCampaign(own)
      .when(people.secretary, judge(own, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
    const taken = send(own, people.deputy, judge(own, 'AcceptCompletion'));
    inCampaign(taken)
      .when(people.secretary, judge(taken, 'SignOffProblem'))
      .thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(taken)
      .when(people.districtSecretary, judge(taken, 'SignOffProblem'))
      .then({ type: 'ProblemClosed' });
  });

  it('reads the history, not the present assignment: who once owned or worked on it never judges it', () => {
    const { id } = theProblem(rectifying);
    const named = send(
      send(rectifying, people.secretary, assign('owner', id, people.discipline)),
      people.secretary,
      assign('owner', id, people.organiser),
    );
    const again = whenProblemIs('claimed', ordinary, named);
    inCampaign(again).when(people.discipline, judge(again, 'PassReview')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(again).when(people.organiser, judge(again, 'PassReview')).thenRefused('SEPARATION_OF_DUTIES');
    inCampaign(again).when(people.deputy, judge(again, 'PassReview')).then({ type: 'ReviewPassed' });
  });

  it('follows the person through posts: an owner who becomes secretary accepts nothing of theirs', () => {
    const moved = {
      ...reviewed,
      directory: withPosts(
        reviewed.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.organiser],
      ),
    };
    inCampaign(moved)
      .when(people.organiser, judge(moved, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');
  });

  it('keeps who reviewed from accepting, in a later round too, and the reverse', () => {
    const back = send(reviewed, people.secretary, giveBack(reviewed));
    const secondRound = whenProblemIs('claimed', ordinary, back);
    const moved = {
      ...secondRound,
      directory: withPosts(
        secondRound.directory,
        ['ends', 'secretary', people.secretary],
        ['begins', 'secretary', people.discipline],
        ['ends', 'disciplineMember', people.discipline],
        ['begins', 'disciplineMember', people.member],
      ),
    };
    const passed = send(moved, people.member, judge(moved, 'PassReview'));
    inCampaign(passed)
      .when(people.discipline, judge(passed, 'AcceptCompletion'))
      .thenRefused('SEPARATION_OF_DUTIES');

    const refusedAtTheEnd = whenProblemIs(
      'claimed',
      ordinary,
      send(accepted, people.secretary, giveBack(accepted)),
    );
    const swapped = {
      ...refusedAtTheEnd,
      directory: withPosts(
        refusedAtTheEnd.directory,
        ['ends', 'disciplineMember', people.discipline],
        ['begins', 'disciplineMember', people.secretary],
      ),
    };
    inCampaign(swapped)
      .when(people.secretary, judge(swapped, 'PassReview'))
      .thenRefused('SEPARATION_OF_DUTIES');
  });

  it('keeps who passed a problem from becoming its owner', () => {
    const { id } = theProblem(reviewed);
    inCampaign(reviewed)
      .when(people.secretary, assign('owner', id, people.discipline))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
  });

  it('is not waived where nobody is left: the secretary, or above them, is asked to assign somebody', () => {
    const alone = {
      ...reviewed,
      directory: withPosts(
        reviewed.directory,
        ['ends', 'secretary', people.secretary],
        ['ends', 'deputySecretary', people.deputy],
        ['ends', 'supervisor', people.supervisor, units.district],
      ),
    };
    inCampaign(alone)
      .when(people.districtSecretary, judge(alone, 'AcceptCompletion'))
      .thenRefused('NOBODY_ELIGIBLE');
    const named = send(
      alone,
      people.districtSecretary,
      assign('acceptor', theProblem(alone).id, people.member),
    );
    inCampaign(named)
      .when(people.member, judge(named, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
  });
});

describe('one person as acceptor and signer', () => {
  it('issues both commands', () => {
    expect(theOwed(accepted, 'signOffProblem').action).toEqual({
      command: 'SignOffProblem',
      defaults: { problemId: theProblem(accepted).id, basisHash: theProblem(accepted).claim?.hash },
    });
    inCampaign(accepted)
      .when(people.secretary, commandOf(theOwed(accepted, 'signOffProblem')))
      .then({ type: 'ProblemClosed' });
  });
});
