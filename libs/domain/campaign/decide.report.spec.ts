import {
  inCampaign,
  newId,
  owedNow,
  people,
  send,
  theOwed,
  triage,
  walk,
  whenOwed,
  whenProblemIs,
  launched,
  ordinary,
  withoutVote,
  type CampaignWorld,
} from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const late = newId();
const report = (item = 'B3-1', id = late): CampaignCommand => ({
  type: 'ReportProblem',
  data: { item, problem: { id, title: '后来发现', detail: '' } },
});
const frozen = walk(whenOwed('confirmProblemList'), {}, ({ campaign }) => campaign.listed !== null);
const included = (world: CampaignWorld) =>
  send(send(world, people.organiser, report()), people.secretary, triage(late, 'include'));

describe('RR2.9 a problem found after the list was confirmed', () => {
  it('R3.8 is reported by the aspect’s owner or the secretary, triaged, and gets its number', () => {
    const reported = inCampaign(frozen)
      .when(people.organiser, report())
      .then({ type: 'ProblemReported', data: { problemId: late, item: 'B3-1' } })
      .world();
    inCampaign(frozen).when(people.secretary, report()).then({ type: 'ProblemReported' });
    inCampaign(frozen).when(people.member, report()).thenRefused('NOT_YOURS');
    inCampaign(reported)
      .when(people.secretary, triage(late, 'include'))
      .then({ type: 'ProblemIncluded', data: { number: 2, late: true } });
  });

  it('R3.11 enters by a new vote on the whole list, which names the frozen one that it extends', () => {
    const world = included(frozen);
    expect(theOwed(world, 'confirmProblemList').key).toBe('confirmProblemList:problemList#2:3');
    expect(owedNow(world, 'issueProblem').some(({ subject }) => subject.id === late)).toBe(false);
    inCampaign(world)
      .when(people.secretary, { type: 'IssueProblem', data: { problemId: late, fixType: 'timeLimited' } })
      .thenRefused('LIST_NOT_CONFIRMED');
    inCampaign(world)
      .when(people.secretary, { type: 'IssueProblem', data: { problemId: late, fixType: 'immediate' } })
      .then({ type: 'ProblemIssued' });
    const voted = walk(world, {}, ({ campaign }) => campaign.problems[late]?.awaitsVote === false);
    const lists = voted.log.flatMap(({ event }) =>
      event.type === 'ProblemListConfirmed' ? [event.data] : [],
    );
    expect(lists).toHaveLength(2);
    expect(lists[1]?.extends).toBe(lists[0]?.basisHash);
    expect(walk(voted, {}, () => false).campaign.status).toBe('signedOff');
  });

  it('R3.5 may be found after a nil return too: what was closed as 无问题 stays so, and the sign-off waits', () => {
    const nil = walk(launched(), {}, ({ campaign }) =>
      campaign.stages.some(({ closed }) => closed?.how === 'noProblem'),
    );
    const world = included(nil);
    expect(owedNow(world, 'signOffCampaign')).toEqual([]);
    expect(theOwed(world, 'confirmProblemList').key).toContain('problemList#1');
    expect(walk(world, {}, () => false).campaign.status).toBe('signedOff');
  });

  it('R3.11 R4.3 makes a running vote void, on the first list and on one that is extended', () => {
    for (const asked of [whenOwed('confirmProblemList'), included(frozen)]) {
      const round = theOwed(asked, 'confirmProblemList');
      const opened = send(asked, people.secretary, {
        type: 'OpenVote',
        data: { basisHash: String(round.action.defaults['basisHash']) },
      });
      const cast: CampaignCommand = {
        type: 'CastVote',
        data: { basisHash: opened.campaign.vote?.basisHash ?? '', vote: 'for' },
      };
      const voting = send(opened, people.deputy, cast);
      const other = newId();
      const reported = send(voting, people.secretary, report('B1-1', other));
      expect(reported.campaign.vote?.ballots).toHaveLength(1);
      const world = send(reported, people.deputy, triage(other, 'include'));
      expect(world.campaign.vote).toBeNull();
      inCampaign(world).when(people.deputy, cast).thenRefused('VOTE_NOT_OPEN');
      const again = theOwed(world, 'confirmProblemList');
      expect(again.key).not.toBe(round.key);
      expect(again.action.defaults['basisHash']).not.toBe(round.action.defaults['basisHash']);
      const voted = walk(world, {}, ({ campaign }) => campaign.vote === null && campaign.listed !== null);
      expect(walk(voted, {}, () => false).campaign.status).toBe('signedOff');
    }
  });

  it('R3.11 is confirmed by the secretary where the plan asks for no vote', () => {
    const plain = walk(
      whenOwed('confirmProblemList', ordinary, { from: launched({ template: withoutVote() }) }),
      {},
      ({ campaign }) => campaign.listed !== null,
    );
    const world = included(plain);
    const { action } = theOwed(world, 'confirmProblemList');
    expect(action.command).toBe('ConfirmProblemList');
    inCampaign(world)
      .when(people.secretary, {
        type: 'ConfirmProblemList',
        data: { basisHash: String(action.defaults['basisHash']) },
      })
      .then({ type: 'ProblemListConfirmed', data: { extends: plain.campaign.listed?.basisHash } });
    expect(walk(world, {}, () => false).campaign.status).toBe('signedOff');
  });

  it('R3.19 keeps the campaign from its sign-off until it is triaged, and comes too late after it', () => {
    const ready = whenOwed('signOffCampaign');
    expect(owedNow(send(ready, people.organiser, report()), 'signOffCampaign')).toEqual([]);
    inCampaign(walk(ready, {}, () => false))
      .when(people.organiser, report())
      .thenRefused('CAMPAIGN_OVER');
  });

  it('is no clue and no earlier report, and comes with an id of its own', () => {
    inCampaign(whenProblemIs('reported')).when(people.organiser, report()).thenRefused('SCREENING_OPEN');
    inCampaign(frozen).when(people.organiser, report('Z9-9')).thenRefused('ITEM_UNKNOWN', 'item');
    inCampaign(frozen).when(people.organiser, report('B3-1', 'x')).thenRefused('INVALID', 'problem.id');
    inCampaign(frozen)
      .when(people.organiser, report('B3-1', frozen.campaign.order[0]))
      .thenRefused('ALREADY_EXISTS', 'problem.id');
    const clue = frozen.campaign.plan.aspects.flatMap(({ items }) => items).find((item) => item.clue);
    if (clue)
      inCampaign(frozen).when(people.secretary, report(clue.code)).thenRefused('CLUE_ONLY', 'problem');
  });
});
