import { inCampaign, owedNow, people, theProblem, whenProblemIs } from '@rectify/testing';
import type { CampaignWorld } from '@rectify/testing';
import type { CampaignCommand } from './campaign.commands';
import { COMMENT_LIMITS } from './decide.comment';

const rectifying = whenProblemIs('rectifying');
const say = (world: CampaignWorld, more: object = {}): CampaignCommand => ({
  type: 'CommentOnProblem',
  data: { problemId: theProblem(world).id, text: '请把会议通知一并留存', ...more },
});

describe('a word about a problem', () => {
  it('is said by whoever decides here and whoever has to do with it, and names people', () => {
    for (const person of [people.secretary, people.deputy, people.discipline, people.organiser])
      inCampaign(rectifying)
        .when(person, say(rectifying, { mentions: [people.organiser] }))
        .then({ type: 'ProblemCommented', data: { mentions: [people.organiser] } });
    for (const person of [people.member, people.outsider])
      inCampaign(rectifying).when(person, say(rectifying)).thenRefused('NOT_YOURS');
  });

  it('decides nothing: nobody owes another thing, and no date moves', () => {
    const said = inCampaign(rectifying).when(people.secretary, say(rectifying)).world();
    expect(owedNow(said)).toEqual(owedNow(rectifying));
    expect({ ...theProblem(said), comments: 0 }).toEqual(theProblem(rectifying));
  });

  it('is about a numbered problem alone, names nobody from elsewhere, and is bounded', () => {
    inCampaign(rectifying)
      .when(people.secretary, say(rectifying, { problemId: 'none' }))
      .thenRefused('PROBLEM_UNKNOWN', 'problemId');
    const reported = whenProblemIs('reported');
    inCampaign(reported).when(people.secretary, say(reported)).thenRefused('PROBLEM_UNKNOWN', 'problemId');
    inCampaign(rectifying)
      .when(people.secretary, say(rectifying, { mentions: [people.organiser, people.outsider] }))
      .thenRefused('PERSON_UNKNOWN', 'mentions[1]');
    const { id } = theProblem(rectifying);
    const full: CampaignWorld = {
      ...rectifying,
      campaign: {
        ...rectifying.campaign,
        problems: {
          ...rectifying.campaign.problems,
          [id]: { ...theProblem(rectifying), comments: COMMENT_LIMITS.ofProblem },
        },
      },
    };
    inCampaign(full).when(people.secretary, say(full)).thenRefused('LIMIT_REACHED', 'text');
  });
});
