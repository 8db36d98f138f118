import {
  at,
  claiming,
  commandOf,
  givingBack,
  inCampaign,
  judge,
  ordinary,
  people,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  withdrawing,
} from '@rectify/testing';

const rectifying = whenProblemIs('rectifying');
const finished = walk(
  rectifying,
  ordinary,
  (world) => theProblem(world).plan?.measures.every((one) => one.finished) ?? false,
);
const claimed = send(finished, people.organiser, claiming(finished));
const reviewed = send(claimed, people.discipline, judge(claimed, 'PassReview'));
const accepted = send(reviewed, people.secretary, judge(reviewed, 'AcceptCompletion'));
const closed = send(accepted, people.secretary, judge(accepted, 'SignOffProblem'));

describe('claiming completion', () => {
  it('RR1.13 is the owner’s, with every measure finished, once', () => {
    inCampaign(rectifying).when(people.organiser, claiming(rectifying)).thenRefused('MEASURES_OPEN');
    inCampaign(finished).when(people.organiser, claiming(finished)).then({ type: 'CompletionClaimed' });
    inCampaign(finished).when(people.deputy, claiming(finished)).thenRefused('NOT_YOURS');
    inCampaign(claimed).when(people.organiser, claiming(claimed)).thenRefused('ALREADY_DECIDED');
    const planned = whenProblemIs('planSubmitted');
    inCampaign(planned).when(people.organiser, claiming(planned)).thenRefused('PLAN_NOT_APPROVED');
    inCampaign(finished)
      .when(people.organiser, { type: 'ClaimCompletion', data: { problemId: 'none', result: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('RR1.13 can be withdrawn until the review, and is then another round', () => {
    const back = inCampaign(claimed)
      .when(people.organiser, withdrawing(claimed))
      .then({ type: 'ClaimWithdrawn' })
      .world();
    expect(theOwed(back, 'claimCompletion').key).toBe(`claimCompletion:${theProblem(back).id}:2`);
    inCampaign(claimed).when(people.secretary, withdrawing(claimed)).thenRefused('NOT_YOURS');
    inCampaign(reviewed).when(people.organiser, withdrawing(reviewed)).thenRefused('ALREADY_DECIDED');
    inCampaign(finished).when(people.organiser, withdrawing(finished)).thenRefused('CLAIM_MISSING');
    inCampaign(claimed)
      .when(people.organiser, { type: 'WithdrawClaim', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });
});

describe('a passed review', () => {
  const takingBack = (world: typeof reviewed) => ({
    ...{ type: 'WithdrawReview' as const, data: { problemId: theProblem(world).id, reason: '漏看一份佐证' } },
  });

  it('RR1.14 can be taken back by whoever passed it until the next has acted, and is then owed anew', () => {
    const back = inCampaign(reviewed)
      .when(people.discipline, takingBack(reviewed))
      .then({ type: 'ReviewWithdrawn', data: { reason: '漏看一份佐证' } })
      .world();
    expect(theProblem(back)).toMatchObject({ status: 'claimed', reviewed: null });
    const owed = theOwed(back, 'reviewCompletion');
    expect(owed.key).toBe(`reviewCompletion:${theProblem(back).id}:2`);
    // The claim is the same, so what is judged is too; and who reviewed once is kept apart from the acceptance still.
    inCampaign(back).when(people.discipline, judge(back, 'PassReview')).then({ type: 'ReviewPassed' });
    expect(theProblem(back).reviewers).toContain(people.discipline);
  });

  it('is nobody else’s to take back, and nobody’s once it was acted on', () => {
    inCampaign(reviewed).when(people.organiser, takingBack(reviewed)).thenRefused('NOT_YOURS');
    inCampaign(claimed).when(people.discipline, takingBack(claimed)).thenRefused('NOT_YET_REVIEWED');
    inCampaign(finished).when(people.discipline, takingBack(finished)).thenRefused('CLAIM_MISSING');
    const accepted = whenProblemIs('accepted');
    inCampaign(accepted).when(people.discipline, takingBack(accepted)).thenRefused('ALREADY_DECIDED');
    inCampaign(reviewed)
      .when(people.discipline, { type: 'WithdrawReview', data: { problemId: 'none', reason: '' } })
      .thenRefused('PROBLEM_UNKNOWN');
  });
});

describe('审核 → 验收 → 销号', () => {
  it('R3.17 R3.27 RR1.14 go in their order, each by its own person', () => {
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

  it('R4.8 judge the claim that was shown, and no other', () => {
    const stale = judge(claimed, 'PassReview');
    const again = walk(
      send(claimed, people.organiser, withdrawing(claimed)),
      ordinary,
      (world) => theProblem(world).status === 'claimed',
    );
    inCampaign(again).when(people.discipline, stale).thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(again).when(people.discipline, givingBack(claimed)).thenRefused('BASIS_CHANGED', 'basisHash');
  });

  it('R6.5 tell late from in time by the day of the claim, not of the judgement', () => {
    const due = theProblem(finished).dueOn ?? '';
    const lastMoment = send(at(finished, `${due}T15:59:59.000Z`), people.organiser, claiming(finished));
    const judged = walk(
      at(lastMoment, '2026-07-20T02:00:00.000Z'),
      ordinary,
      (world) => theProblem(world).closed !== null,
    );
    expect(theProblem(judged).closed?.late).toBe(false);
    const dayAfter = send(at(finished, `${due}T16:00:00.000Z`), people.organiser, claiming(finished));
    expect(
      theProblem(walk(dayAfter, ordinary, (world) => theProblem(world).closed !== null)).closed?.late,
    ).toBe(true);
  });

  it('do not tell an uninvolved person how it stands', () => {
    for (const world of [finished, claimed, reviewed, accepted, closed]) {
      for (const type of ['PassReview', 'AcceptCompletion', 'SignOffProblem'] as const)
        inCampaign(world).when(people.member, judge(world, type)).thenRefused('NOT_YOURS');
      inCampaign(world).when(people.member, givingBack(world)).thenRefused('NOT_YOURS');
    }
  });
});

describe('returning a claim', () => {
  it('RR1.19 R4.15 belongs to whoever’s turn it is', () => {
    const turns = [
      [claimed, people.discipline, people.secretary],
      [reviewed, people.secretary, people.discipline],
      [accepted, people.secretary, people.discipline],
    ] as const;
    for (const [world, mine, notMine] of turns) {
      inCampaign(world)
        .when(mine, givingBack(world))
        .then({ type: 'ClaimReturned', data: { missing: '缺少佐证' } });
      inCampaign(world).when(notMine, givingBack(world)).thenRefused('NOT_YOURS');
    }
    inCampaign(finished).when(people.discipline, givingBack(finished)).thenRefused('CLAIM_MISSING');
    inCampaign(closed).when(people.discipline, givingBack(closed)).thenRefused('ALREADY_DECIDED');
    inCampaign(claimed)
      .when(people.discipline, {
        type: 'ReturnClaim',
        data: { problemId: 'none', basisHash: '', missing: '' },
      })
      .thenRefused('PROBLEM_UNKNOWN');
  });

  it('R4.17 lets the clock go on: the same date in a new round, overdue at once where it has passed', () => {
    const late = at(claimed, '2026-06-30T02:00:00.000Z');
    const returned = send(late, people.discipline, givingBack(late));
    expect(theOwed(returned, 'claimCompletion')).toMatchObject({
      key: `claimCompletion:${theProblem(returned).id}:2`,
      dueOn: theProblem(finished).dueOn,
      dueVersion: 1,
      armedOn: '2026-06-30',
    });
    expect(theProblem(returned)).toMatchObject({ status: 'rectifying', missing: '缺少佐证', reviewed: null });
  });
});

describe('one person as acceptor and signer', () => {
  it('RR2.13 issues both commands', () => {
    expect(theOwed(accepted, 'signOffProblem').action).toEqual({
      command: 'SignOffProblem',
      defaults: { problemId: theProblem(accepted).id, basisHash: theProblem(accepted).claim?.hash },
    });
    inCampaign(accepted)
      .when(people.secretary, commandOf(theOwed(accepted, 'signOffProblem')))
      .then({ type: 'ProblemClosed' });
  });
});
