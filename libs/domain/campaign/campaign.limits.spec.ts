import {
  inCampaign,
  measure,
  newId,
  people,
  planning,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { ACTIVITY_LIMITS } from '../template/activity.kinds';
import { canonical } from '../kernel/hash';
import { stageKinds } from '../template/template.definition';
import { stageBasis } from './basis';
import type { CampaignCommand } from './campaign.commands';
import { CAMPAIGN_LIMITS } from './campaign.limits';
import type { CampaignState, Problem } from './campaign.state';

/** What the log takes in one event, and what of it the rest of the event leaves for what was approved. */
const MOST_BYTES = 64 * 1024 - 1024;
const { problems: most, measures: mostMeasures } = CAMPAIGN_LIMITS;

/** The world with so many problems like its first one, each with so many measures. */
const grown = (world: CampaignWorld, count: number, measures: number): CampaignWorld => {
  const campaign = structuredClone(world.campaign) as CampaignState;
  const [first] = Object.values(campaign.problems);
  if (!first) throw new Error('nothing was reported');
  while (campaign.order.length < count) {
    const id = newId();
    const plan = first.plan && {
      ...first.plan,
      measures: Array.from({ length: measures }, () => ({ ...first.plan?.measures[0], id: newId() })),
    };
    const problem = { ...structuredClone(first), id, plan, number: campaign.order.length + 1 } as Problem;
    campaign.problems[id] = problem;
    campaign.order.push(id);
  }
  return { ...world, campaign };
};

describe('the size of a campaign', () => {
  it('R4.8 is bounded so that every approval holds what it approves', () => {
    const closed = grown(whenProblemIs('closed'), most, mostMeasures / most);
    const rules = Array.from({ length: ACTIVITY_LIMITS.rulesMade }, (_, n) => ({
      number: `区${'委'.repeat(58)}${n}号`,
    }));
    const full = { ...closed.campaign, rulesMade: rules } as unknown as CampaignWorld['campaign'];
    for (const stage of stageKinds) {
      const bytes = Buffer.byteLength(canonical(stageBasis(full, stage)));
      expect({ stage, fits: bytes <= MOST_BYTES, bytes }).toMatchObject({ fits: true });
    }
  });

  it('takes no report beyond it, and says how many it takes', () => {
    const reported = whenOwed('triageProblem');
    const two = [1, 2].map(() => ({ id: newId(), title: '谈话未全覆盖', detail: '' }));
    const report: CampaignCommand = {
      type: 'AnswerCheckItems',
      data: { answers: [{ item: 'B3-1', answer: 'problem', problems: two }] },
    };
    const events = two.map(({ id }) => ({ type: 'ProblemReported' as const, data: { problemId: id } }));
    inCampaign(grown(reported, most - 2, 0))
      .when(people.organiser, report)
      .then(...events);
    inCampaign(grown(reported, most - 1, 0))
      .when(people.organiser, report)
      .thenRefused('LIMIT_REACHED', 'answers[0].problems');
    const late = { id: newId(), title: '后来发现', detail: '' };
    inCampaign(grown(whenOwed('issueProblem'), most, 0))
      .when(people.organiser, { type: 'ReportProblem', data: { item: 'B3-1', problem: late } })
      .thenRefused('LIMIT_REACHED', 'problem');
  });

  it('takes no measures beyond it, those of all problems together', () => {
    const acknowledged = whenProblemIs('acknowledged');
    const plan = planning(acknowledged, { measures: [measure(), measure()] });
    const others = (count: number) => {
      const { campaign } = grown(whenProblemIs('rectifying'), 2, count);
      const [, id = ''] = campaign.order;
      const problems = { ...acknowledged.campaign.problems, [id]: campaign.problems[id] };
      return {
        ...acknowledged,
        campaign: { ...acknowledged.campaign, problems } as CampaignWorld['campaign'],
      };
    };
    inCampaign(others(mostMeasures - 2))
      .when(people.organiser, plan)
      .then({ type: 'PlanSubmitted' });
    inCampaign(others(mostMeasures - 1))
      .when(people.organiser, plan)
      .thenRefused('LIMIT_REACHED', 'measures');
  });
});
