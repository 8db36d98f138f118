import {
  at,
  claiming,
  discharge,
  givingBack,
  inCampaign,
  judge,
  launchedWith,
  ledBySecretary,
  ordinary,
  people,
  posting,
  send,
  theOwed,
  theProblem,
  walk,
  whenProblemIs,
  withdrawing,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const rectifying = whenProblemIs('rectifying');
const done = (world: CampaignWorld) =>
  walk(world, ordinary, (at) => theProblem(at).plan?.measures.every((one) => one.finished) ?? false);
const on = (day: string) => (world: CampaignWorld) => at(world, `${day}T02:00:00.000Z`);
const finished = done(rectifying);
const claimed = send(on('2026-05-06')(finished), people.organiser, claiming(finished));
const reviewed = send(on('2026-05-07')(claimed), people.discipline, judge(claimed, 'PassReview'));
const accepted = send(on('2026-05-08')(reviewed), people.secretary, judge(reviewed, 'AcceptCompletion'));
const closed = send(on('2026-05-09')(accepted), people.secretary, judge(accepted, 'SignOffProblem'));
const today = on('2026-05-11');
const hashOfClaim = (world: CampaignWorld) =>
  theProblem(send(world, people.organiser, claiming(world))).claim?.hash;

describe('what a claim is refused for says what there is to do', () => {
  it('RR1.13 names how many measures are open, and the day of the claim there is', () => {
    inCampaign(rectifying)
      .when(people.organiser, claiming(rectifying))
      .thenRefused('MEASURES_OPEN', { params: { open: 1 } });
    inCampaign(today(claimed))
      .when(people.organiser, claiming(claimed))
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-05-06' } });
  });

  it('names the field of a problem that there is not', () => {
    const none = { problemId: 'none', basisHash: '', missing: '', result: '', reason: '' };
    for (const type of [
      'ClaimCompletion',
      'WithdrawClaim',
      'PassReview',
      'AcceptCompletion',
      'SignOffProblem',
      'ReturnClaim',
    ] as const)
      inCampaign(claimed)
        .when(people.organiser, { type, data: none })
        .thenRefused('PROBLEM_UNKNOWN', { field: 'problemId' });
  });
});

describe('R4.8 the hash of a claim', () => {
  it('is another with another result, with what a measure came to, with its day, and in another round', () => {
    const finishing = (world: CampaignWorld, result: string): CampaignWorld => {
      const finish = discharge(theOwed(world, 'finishMeasure'));
      return send(world, people.organiser, {
        ...finish,
        data: { ...finish.data, result },
      } as CampaignCommand);
    };
    const one = on('2026-05-06')(rectifying);
    const claim = (world: CampaignWorld) => hashOfClaim(on('2026-05-08')(world));
    const hashes = [
      claim(finishing(one, '已修订')),
      claim(finishing(one, '已废止')),
      claim(finishing(on('2026-05-07')(rectifying), '已修订')),
    ];
    expect(new Set(hashes).size).toBe(3);
    const other = send(finished, people.organiser, {
      type: 'ClaimCompletion',
      data: { problemId: theProblem(finished).id, result: '另有结果' },
    });
    const again = send(claimed, people.organiser, withdrawing(claimed));
    const first = theProblem(claimed).claim?.hash;
    expect([theProblem(other).claim?.hash, hashOfClaim(again)]).not.toContain(first);
  });
});

describe('a judgement out of turn', () => {
  it('RR1.14 is answered with the day of the latest there is', () => {
    const passing = (world: CampaignWorld) =>
      inCampaign(today(world)).when(people.discipline, judge(world, 'PassReview'));
    passing(reviewed).thenRefused('ALREADY_DECIDED', { params: { on: '2026-05-07' } });
    passing(accepted).thenRefused('ALREADY_DECIDED', { params: { on: '2026-05-08' } });
    passing(closed).thenRefused('ALREADY_DECIDED', { params: { on: '2026-05-09' } });
  });

  it('R4.3 is answered by how it stands, in turn by separation of duties', () => {
    const accepting = (status: 'claimed' | 'reviewed' | 'accepted') => {
      const world = whenProblemIs(status, ledBySecretary);
      return inCampaign(world).when(people.secretary, judge(world, 'AcceptCompletion'));
    };
    accepting('claimed').thenRefused('NOT_YET_REVIEWED');
    accepting('reviewed').thenRefused('SEPARATION_OF_DUTIES');
    accepting('accepted').thenRefused('ALREADY_DECIDED');
  });

  it('R3.18 waits for the end of a notice and names it', () => {
    const required = launchedWith((definition) => ({ ...definition, publicNotice: 'required' }));
    const before = whenProblemIs('accepted', ordinary, required);
    const posted = send(before, people.secretary, posting(before));
    const to = theProblem(posted).notice?.to ?? '';
    inCampaign(at(posted, `${to}T15:59:59.999Z`))
      .when(people.secretary, judge(posted, 'SignOffProblem'))
      .thenRefused('NOTICE_RUNNING', { params: { to } });
    inCampaign(at(posted, `${to}T16:00:00.000Z`))
      .when(people.secretary, judge(posted, 'SignOffProblem'))
      .then({ type: 'ProblemClosed' });
  });
});

describe('a judgement', () => {
  it('records what was thought of it, or that nothing was said', () => {
    for (const [world, person, type, event] of [
      [claimed, people.discipline, 'PassReview', 'ReviewPassed'],
      [reviewed, people.secretary, 'AcceptCompletion', 'CompletionAccepted'],
    ] as const) {
      const plain = judge(world, type);
      inCampaign(world)
        .when(person, plain)
        .then({ type: event, data: { opinion: '' } });
      const said = { ...plain, data: { ...plain.data, opinion: '属实' } } as CampaignCommand;
      inCampaign(world)
        .when(person, said)
        .then({ type: event, data: { opinion: '属实' } });
    }
  });
});

describe('returning where there is nothing to return', () => {
  it('R4.15 is answered by how it stands to whoever would judge', () => {
    for (const person of [people.discipline, people.secretary]) {
      inCampaign(finished).when(person, givingBack(finished)).thenRefused('CLAIM_MISSING');
      inCampaign(closed)
        .when(person, givingBack(closed))
        .thenRefused('ALREADY_DECIDED', { params: { on: '2026-05-09' } });
    }
    inCampaign(closed).when(people.member, givingBack(closed)).thenRefused('NOT_YOURS');
  });
});
