import {
  at,
  givingBack,
  inCampaign,
  judge,
  launchedWith,
  ledBySecretary,
  objecting,
  ordinary,
  owedNow,
  people,
  posting,
  send,
  theOwed,
  theProblem,
  whenProblemIs,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import { owner } from './duties';

const required = launchedWith((definition) => ({ ...definition, publicNotice: 'required' }));
const offering = launchedWith((definition) => ({ ...definition, publicNotice: 'offered' }));
const accepted = whenProblemIs('accepted', ordinary, required);
const today = accepted.now.slice(0, 10);
const posted = send(accepted, people.secretary, posting(accepted));
const last = theProblem(posted).notice?.to ?? '';
const ended = at(posted, `${addDays(last, 1)}T02:00:00.000Z`);

describe('a public notice', () => {
  it('R3.18 that the plan requires is owed by the signer before the sign-off', () => {
    expect(owedNow(accepted, 'signOffProblem')).toEqual([]);
    expect(theOwed(accepted, 'postPublicNotice').alternatives[0]?.command).toBe('ReturnClaim');
    inCampaign(accepted)
      .when(people.secretary, judge(accepted, 'SignOffProblem'))
      .thenRefused('NOT_YET_REVIEWED');
    inCampaign(accepted)
      .when(people.secretary, posting(accepted))
      .then({ type: 'PublicNoticePosted', data: { from: today } });
    inCampaign(accepted).when(people.organiser, posting(accepted)).thenRefused('NOT_YOURS');
    inCampaign(posted).when(people.secretary, posting(posted)).thenRefused('ALREADY_DECIDED');
  });

  it('R4.1 keeps who posted it, or recorded an objection, from becoming the owner', () => {
    const own = (world: typeof posted) => owner(world.campaign, theProblem(world)).not;
    const before = whenProblemIs('accepted', ledBySecretary, required);
    expect(own(before)).not.toContain(people.districtSecretary);
    expect(own(send(before, people.districtSecretary, posting(before)))).toContain(people.districtSecretary);
  });

  it('that the plan only offers can be left out', () => {
    const free = whenProblemIs('accepted', ordinary, offering);
    inCampaign(free).when(people.secretary, judge(free, 'SignOffProblem')).then({ type: 'ProblemClosed' });
    const hung = send(free, people.secretary, posting(free));
    expect(theOwed(hung, 'signOffProblem').since).toBe(addDays(theProblem(hung).notice?.to ?? '', 1));
    const none = whenProblemIs('accepted');
    inCampaign(none).when(people.secretary, posting(none)).thenRefused('NOT_IN_PLAN');
  });

  it('hangs out at least as long as the plan says and ends by its date', () => {
    const from = addDays(today, 3);
    const start = (days: { from?: string; to?: string }) =>
      inCampaign(accepted).when(people.secretary, posting(accepted, days));
    start({ from: addDays(today, -1) }).thenRefused('DUE_BEFORE_START', 'from');
    start({ from: addDays(today, 61) }).thenRefused('DUE_TOO_LATE', 'from');
    start({ from: '2026-02-30' }).thenRefused('INVALID', 'from');
    start({ from, to: from }).thenRefused('DUE_BEFORE_START', 'to');
    start({ from, to: addDays(from, 100) }).thenRefused('DUE_TOO_LATE', 'to');
    start({ from, to: 'x' }).thenRefused('INVALID', 'to');
    start({ from }).then({ type: 'PublicNoticePosted', data: { from } });
    expect(theOwed(posted, 'signOffProblem')).toMatchObject({ since: addDays(last, 1), dueVersion: 1 });
    inCampaign(at(posted, `${last}T02:00:00.000Z`))
      .when(people.secretary, judge(posted, 'SignOffProblem'))
      .thenRefused('NOTICE_RUNNING');
    inCampaign(ended).when(people.secretary, judge(ended, 'SignOffProblem')).then({ type: 'ProblemClosed' });
  });

  it('follows the acceptance of the claim that is shown', () => {
    const reviewed = whenProblemIs('reviewed', ordinary, required);
    inCampaign(reviewed).when(people.secretary, posting(reviewed)).thenRefused('NOT_YET_REVIEWED');
    const rectifying = whenProblemIs('rectifying', ordinary, required);
    inCampaign(rectifying).when(people.secretary, posting(rectifying)).thenRefused('CLAIM_MISSING');
    const problemId = theProblem(accepted).id;
    inCampaign(accepted)
      .when(people.secretary, { type: 'PostPublicNotice', data: { problemId, basisHash: 'f'.repeat(64) } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(accepted)
      .when(people.secretary, { type: 'PostPublicNotice', data: { problemId: 'none', basisHash: '' } })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });
});

describe('an objection to a notice', () => {
  it('is recorded as a number and an outcome, and nothing else', () => {
    const recorded = inCampaign(posted)
      .when(people.secretary, objecting(posted, 'unfounded', 2))
      .then({ type: 'ObjectionRecorded', data: { count: 2, outcome: 'unfounded' } })
      .world();
    expect(Object.keys(theProblem(recorded).notice?.objections[0] ?? {}).sort()).toEqual([
      'count',
      'on',
      'outcome',
    ]);
    for (const count of [0, 1000, 1.5]) {
      inCampaign(posted)
        .when(people.secretary, objecting(posted, 'unfounded', count))
        .thenRefused('OUT_OF_BOUNDS', 'count');
    }
    inCampaign(accepted).when(people.secretary, objecting(accepted, 'upheld')).thenRefused('NO_NOTICE');
    inCampaign(posted).when(people.discipline, objecting(posted, 'upheld')).thenRefused('NOT_YOURS');
    inCampaign(posted)
      .when(people.secretary, {
        type: 'RecordObjection',
        data: { problemId: 'none', count: 1, outcome: 'upheld' },
      })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('that is upheld stops the sign-off: the claim is given back at once', () => {
    const upheld = send(posted, people.secretary, objecting(posted, 'upheld'));
    const owed = theOwed(upheld, 'signOffProblem');
    expect(owed).toMatchObject({ since: today, action: { command: 'ReturnClaim' } });
    inCampaign(at(upheld, ended.now))
      .when(people.secretary, judge(upheld, 'SignOffProblem'))
      .thenRefused('OBJECTION_UPHELD');
    const back = send(upheld, people.secretary, givingBack(upheld));
    expect(theProblem(back)).toMatchObject({ status: 'rectifying', notice: null, claimRound: 2 });
  });
});
