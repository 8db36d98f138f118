import {
  assign,
  checking,
  inCampaign,
  judge,
  ordinary,
  owedNow,
  people,
  send,
  separationBreaches,
  theOwed,
  theProblem,
  whenProblemIs,
  whoOwes,
  withRules,
} from '@rectify/testing';

const required = withRules({ onSiteCheck: 'required' });
const offered = whenProblemIs('reviewed');
const asked = whenProblemIs('reviewed', ordinary, required);

describe('an on-site check', () => {
  it('R3.18 that the plan requires stands between review and acceptance', () => {
    expect(owedNow(asked, 'acceptCompletion')).toEqual([]);
    expect(whoOwes(asked, theOwed(asked, 'checkOnSite'))).toEqual([people.discipline]);
    inCampaign(asked)
      .when(people.secretary, judge(asked, 'AcceptCompletion'))
      .thenRefused('NOT_YET_REVIEWED');
    const checked = inCampaign(asked)
      .when(people.discipline, checking(asked))
      .then({ type: 'CheckRecorded', data: { found: '现场与申请一致' } })
      .world();
    expect(theProblem(checked)).toMatchObject({ status: 'reviewed', checkers: [people.discipline] });
    inCampaign(checked)
      .when(people.secretary, judge(checked, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
    inCampaign(checked).when(people.discipline, checking(checked)).thenRefused('ALREADY_DECIDED');
  });

  it('that the plan only offers lets acceptance go ahead', () => {
    expect(owedNow(offered, 'checkOnSite')).toEqual([]);
    inCampaign(offered).when(people.discipline, checking(offered)).then({ type: 'CheckRecorded' });
    inCampaign(offered)
      .when(people.secretary, judge(offered, 'AcceptCompletion'))
      .then({ type: 'CompletionAccepted' });
    const accepted = whenProblemIs('accepted');
    inCampaign(accepted).when(people.discipline, checking(accepted)).thenRefused('ALREADY_DECIDED');
  });

  it('that the plan has not is none', () => {
    const off = whenProblemIs('reviewed', ordinary, withRules({ onSiteCheck: 'off' }));
    inCampaign(off).when(people.discipline, checking(off)).thenRefused('NOT_IN_PLAN');
  });

  it('follows the review of the claim that is shown', () => {
    const claimed = whenProblemIs('claimed');
    inCampaign(claimed).when(people.discipline, checking(claimed)).thenRefused('NOT_YET_REVIEWED');
    const rectifying = whenProblemIs('rectifying');
    inCampaign(rectifying).when(people.discipline, checking(rectifying)).thenRefused('CLAIM_MISSING');
    const { problemId, found } = { problemId: theProblem(offered).id, found: '一致' };
    inCampaign(offered)
      .when(people.discipline, { type: 'RecordCheck', data: { problemId, found, basisHash: 'f'.repeat(64) } })
      .thenRefused('BASIS_CHANGED', 'basisHash');
    inCampaign(offered)
      .when(people.discipline, { type: 'RecordCheck', data: { problemId: 'none', found, basisHash: '' } })
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
  });

  it('is nobody’s who worked on it, and who checked it does not work on it later', () => {
    const { id } = theProblem(asked);
    inCampaign(asked)
      .when(people.secretary, assign('checker', id, people.organiser))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
    const named = send(asked, people.secretary, assign('checker', id, people.member));
    inCampaign(named).when(people.discipline, checking(named)).thenRefused('NOT_YOURS');
    const checked = send(named, people.member, checking(named));
    inCampaign(checked)
      .when(people.secretary, assign('owner', id, people.member))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
    expect(separationBreaches(checked)).toEqual([]);
  });

  it('can end in a return', () => {
    const back = theOwed(asked, 'checkOnSite').alternatives[0];
    expect(back?.command).toBe('ReturnClaim');
    inCampaign(asked)
      .when(people.discipline, {
        type: 'ReturnClaim',
        data: {
          problemId: theProblem(asked).id,
          basisHash: theProblem(asked).claim?.hash ?? '',
          missing: '现场不符',
        },
      })
      .then({ type: 'ClaimReturned' });
  });
});
