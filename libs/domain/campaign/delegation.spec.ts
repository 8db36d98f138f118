import {
  inCampaign,
  judge,
  launched,
  ordinary,
  people,
  send,
  templateState,
  theProblem,
  walk,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { planStep } from './duties';

const entrust = (
  world: CampaignWorld,
  ...given: readonly (readonly [from: string, to: string, ...powers: string[]])[]
): CampaignWorld => {
  const entrusted: Record<string, object[]> = {};
  for (const [from, to, ...powers] of given)
    (entrusted[from] ??= []).push({
      ...{ id: `${from}-${to}`, from, to, powers },
      ...{ startOn: '2026-01-01', endOn: '2026-12-31' },
    });
  return { ...world, directory: { ...world.directory, entrusted } as CampaignWorld['directory'] };
};
const claimed = whenProblemIs('claimed', ordinary);
const { discipline, publicity, organiser, secretary, deputy, member } = people;
const passing = (world: CampaignWorld) => judge(world, 'PassReview');
const plainly = (world: CampaignWorld): CampaignWorld => entrust(world);

describe('powers that were entrusted', () => {
  it('are used in the other’s name and post, as the log says for ever, and are no one else’s', () => {
    const world = entrust(claimed, [discipline, publicity, 'PassReview']);
    const passed = inCampaign(world).when(publicity, passing(world)).then({ type: 'ReviewPassed' }).world();
    expect(passed.log.find(({ event }) => event.type === 'ReviewPassed')?.actor).toEqual({
      ...{ kind: 'person', personId: publicity, unitId: world.campaign.unitId, post: 'disciplineMember' },
      ...{ onBehalfOf: discipline, delegationId: `${discipline}-${publicity}` },
    });
    inCampaign(world).when(member, passing(world)).thenRefused('NOT_YOURS');
    inCampaign(plainly(world)).when(publicity, passing(world)).thenRefused('NOT_YOURS');
    // Who gave it may still do it.
    inCampaign(world).when(discipline, passing(world)).then({ type: 'ReviewPassed' });
  });

  it('are those that were named, and no others', () => {
    const world = entrust(claimed, [discipline, publicity, 'ReturnClaim', 'RecordCheck']);
    inCampaign(world).when(publicity, passing(world)).thenRefused('NOT_YOURS');
  });

  it('R4.3 C7 bind both persons from then on: neither accepts what was reviewed in the one’s name', () => {
    const world = entrust(claimed, [discipline, publicity, 'PassReview']);
    const passed = plainly(send(world, publicity, passing(world)));
    expect(theProblem(passed).reviewers).toEqual([publicity, discipline]);
    for (const person of [publicity, discipline]) {
      const asked = {
        ...passed,
        directory: withPosts(
          passed.directory,
          ['ends', 'secretary', secretary],
          ['begins', 'secretary', person],
        ),
      };
      inCampaign(asked).when(person, judge(asked, 'AcceptCompletion')).thenRefused('SEPARATION_OF_DUTIES');
    }
  });

  it('R4.3 C7 take the conflicts of who acts: who worked on it reviews it in nobody’s name', () => {
    const world = entrust(claimed, [discipline, organiser, 'PassReview', 'ReturnClaim']);
    inCampaign(world).when(organiser, passing(world)).thenRefused('SEPARATION_OF_DUTIES');
  });

  it('R4.3 C1 make who claims in the owner’s name a doer, and the owner too', () => {
    const rectifying = whenProblemIs('rectifying', ordinary);
    const finished = walk(
      rectifying,
      ordinary,
      (at) => theProblem(at).plan?.measures.every((one) => one.finished) ?? false,
    );
    const world = entrust(finished, [organiser, discipline, 'ClaimCompletion']);
    const { id: problemId, plan } = theProblem(world);
    const claim = { type: 'ClaimCompletion', data: { problemId, result: '已完成' } } as const;
    expect(plan).not.toBeNull();
    const done = plainly(send(world, discipline, claim));
    expect(theProblem(done).doers).toEqual(expect.arrayContaining([organiser, discipline]));
    inCampaign(done).when(discipline, passing(done)).thenRefused('SEPARATION_OF_DUTIES');
  });

  it('are one step deep: what was entrusted is not entrusted on, and a ring gives nobody anything', () => {
    const chain = entrust(claimed, [discipline, publicity, 'PassReview'], [publicity, member, 'PassReview']);
    inCampaign(chain).when(member, passing(chain)).thenRefused('NOT_YOURS');
    const ring = entrust(
      claimed,
      [discipline, organiser, 'PassReview'],
      [organiser, discipline, 'ClaimCompletion', 'PassReview'],
    );
    inCampaign(ring).when(organiser, passing(ring)).thenRefused('SEPARATION_OF_DUTIES');
  });

  it('end with the post that they come of, and with the one’s who acts', () => {
    const world = entrust(claimed, [discipline, publicity, 'PassReview']);
    for (const [post, person] of [
      ['disciplineMember', discipline],
      ['publicityMember', publicity],
    ] as const) {
      const ended = { ...world, directory: withPosts(world.directory, ['ends', post, person]) };
      inCampaign(ended).when(publicity, passing(ended)).thenRefused('NOT_YOURS');
    }
  });

  it('shorten no chain: a lead’s deputy who may also approve for the secretary leaves the second step to be taken', () => {
    const submitted = whenProblemIs('planSubmitted', ordinary, launched({ template: templateState() }));
    const world = entrust(
      submitted,
      [deputy, publicity, 'ApprovePlan'],
      [secretary, publicity, 'ApprovePlan'],
    );
    const { campaign } = world;
    const { id: problemId, plan } = theProblem(world);
    const approve = { type: 'ApprovePlan', data: { problemId, basisHash: plan?.hash ?? '' } } as const;
    expect(campaign.plan.planChain.length).toBe(2);
    expect(planStep(campaign, theProblem(world), 0).duty?.kind).toBe('lead');
    const next = inCampaign(world).when(publicity, approve).then({ type: 'PlanApproved' }).world();
    expect(theProblem(next).status).toBe('planSubmitted');
  });
});
