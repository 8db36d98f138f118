import {
  assign,
  at,
  inCampaign,
  judge,
  ordinary,
  people,
  send,
  separationBreaches,
  theOwed,
  theProblem,
  units,
  walk,
  whenProblemIs,
  withPosts,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { CampaignCommand } from './campaign.commands';
import { sideStates } from './side-states';

const { secretary, deputy, organiser, discipline, publicity, member, districtSecretary, supervisor } = people;
const ordering: CampaignCommand = { type: 'OrderMergedReview', data: { reason: '支部仅三名党员' } };

/** The branch has three people left: its secretary, the deputy who leads and reviews nothing yet, and the owner. */
const claimed = ((): CampaignWorld => {
  const before = whenProblemIs('claimed', ordinary);
  const directory = withPosts(
    before.directory,
    ['ends', 'disciplineMember', discipline],
    ['ends', 'publicityMember', publicity],
    ['ends', 'member', member],
    ['ends', 'supervisor', supervisor, units.district],
  );
  return { ...before, directory };
})();
const { id } = theProblem(claimed);

describe('C9 merged review', () => {
  it('is ordered by the unit above, with its reason, once, and of a small unit alone', () => {
    for (const by of [secretary, deputy, organiser, 'system'] as const)
      inCampaign(claimed).when(by, ordering).thenRefused('NOT_YOURS');
    const whole = whenProblemIs('claimed', ordinary);
    inCampaign(whole)
      .when(districtSecretary, ordering)
      .thenRefused('UNIT_NOT_SMALL', { params: { people: 6, max: 3 } });
    const four = {
      ...claimed,
      directory: withPosts(claimed.directory, ['begins', 'member', member], ['begins', 'liaison', member]),
    };
    inCampaign(four)
      .when(districtSecretary, ordering)
      .thenRefused('UNIT_NOT_SMALL', { params: { people: 4, max: 3 } });
    const ordered = inCampaign(claimed)
      .when(districtSecretary, ordering)
      .then({ type: 'MergedReviewOrdered', data: { reason: '支部仅三名党员', people: 3 } })
      .world();
    const on = ordered.now.slice(0, 10);
    inCampaign(at(ordered, `${addDays(on, 1)}T02:00:00.000Z`))
      .when(districtSecretary, ordering)
      .thenRefused('ALREADY_DECIDED', { params: { on } });
  });

  it('is not ordered by whoever is secretary here as well', () => {
    const directory = withPosts(
      claimed.directory,
      ['ends', 'secretary', secretary],
      ['begins', 'secretary', districtSecretary],
    );
    inCampaign({ ...claimed, directory })
      .when(districtSecretary, ordering)
      .thenRefused('SEPARATION_OF_DUTIES');
  });

  it('lets who reviewed accept, and still nobody who worked on it; the ledger says so', () => {
    const reviewed = (world: CampaignWorld) => send(world, deputy, judge(world, 'PassReview'));
    const apart = reviewed(claimed);
    inCampaign(apart)
      .when(secretary, assign('acceptor', id, deputy))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');

    const barred = (world: CampaignWorld) => theOwed(world, 'acceptCompletion').holder.not;
    expect(barred(apart)).toContain(deputy);
    expect(barred(send(apart, districtSecretary, ordering))).not.toContain(deputy);

    const merged = reviewed(send(claimed, districtSecretary, ordering));
    inCampaign(merged)
      .when(secretary, assign('acceptor', id, organiser))
      .thenRefused('SEPARATION_OF_DUTIES', 'person');
    expect(sideStates(theProblem(merged))).toEqual([]);
    const named = send(merged, secretary, assign('acceptor', id, deputy));
    const accepted = send(named, deputy, judge(named, 'AcceptCompletion'));
    expect(sideStates(theProblem(accepted))).toEqual(['mergedReview']);
    const closed = walk(accepted, ordinary, (world) => theProblem(world).status === 'closed');
    expect(new Set([theProblem(closed).claim?.by, theProblem(closed).accepted?.by]).size).toBe(2);
    expect(separationBreaches(closed)).toEqual([]);
    const unordered = {
      ...closed,
      log: closed.log.filter(({ event }) => event.type !== 'MergedReviewOrdered'),
    };
    expect(separationBreaches(unordered)).toEqual([`${deputy} reviewed it and accepted it in ${id}`]);
  });
});
