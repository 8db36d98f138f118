import { inCampaign, people, send, theProblem, whenProblemIs } from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';

const world = whenProblemIs('rectifying');
const register = (more: object = {}): CampaignCommand => ({
  type: 'RegisterRuleMade',
  data: { number: '党支〔2026〕3号', title: '支部委员会议事规则', effectiveOn: '2026-05-01', ...more },
});
const retire = (number = '党支〔2026〕3号'): CampaignCommand => ({
  type: 'RetireRuleMade',
  data: { number, reason: '已修订' },
});

describe('a rule made', () => {
  const registered = send(world, people.secretary, register());

  it('R3.22 is registered under its number by the secretary, or by the owner of the problem it came of', () => {
    inCampaign(world)
      .when(people.secretary, register())
      .then({ type: 'RuleMadeRegistered', data: { number: '党支〔2026〕3号', problemId: null } });
    const problemId = theProblem(world).id;
    inCampaign(world)
      .when(people.organiser, register({ problemId }))
      .then({ type: 'RuleMadeRegistered', data: { problemId } });
    inCampaign(world).when(people.organiser, register()).thenRefused('NOT_YOURS');
    inCampaign(world)
      .when(people.secretary, register({ problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(world)
      .when(people.secretary, register({ effectiveOn: '2026-02-30' }))
      .thenRefused('INVALID', 'effectiveOn');
    const left = whenProblemIs('reported');
    inCampaign(left)
      .when(people.secretary, register({ problemId: theProblem(left).id }))
      .thenRefused('NOT_INCLUDED', 'problemId');
  });

  it('R3.22 keeps its number for ever, retired or not', () => {
    inCampaign(registered).when(people.secretary, register()).thenRefused('ALREADY_EXISTS', 'number');
    const retired = send(registered, people.secretary, retire());
    inCampaign(retired).when(people.secretary, register()).thenRefused('ALREADY_EXISTS', 'number');
  });

  it('is retired once, with a reason, by the secretary', () => {
    const retired = inCampaign(registered)
      .when(people.secretary, retire())
      .then({ type: 'RuleMadeRetired', data: { reason: '已修订' } })
      .world();
    inCampaign(retired).when(people.secretary, retire()).thenRefused('ALREADY_DECIDED');
    inCampaign(registered).when(people.organiser, retire()).thenRefused('NOT_YOURS');
    inCampaign(registered).when(people.secretary, retire('4号')).thenRefused('RULE_MADE_UNKNOWN', 'number');
  });

  it('stands at most two hundred times in one campaign', () => {
    let full = world;
    for (let n = 1; n <= 200; n += 1) full = send(full, people.secretary, register({ number: `${n}号` }));
    inCampaign(full).when(people.secretary, register()).thenRefused('LIMIT_REACHED', 'number');
  });
});
