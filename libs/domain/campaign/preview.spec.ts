import {
  at,
  contextOf,
  launched,
  owedNow,
  people,
  send,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { previewOf, type Previewable } from './preview';

const begun = at(launched(), '2026-03-10T02:00:00.000Z');
const listLater: Previewable = {
  type: 'RedateStages',
  data: {
    stages: [
      { stage: 'screening', startOn: '2026-03-03', endOn: '2026-04-01' },
      { stage: 'problemList', startOn: '2026-04-02', endOn: '2026-04-07' },
    ],
    reason: '延后两天',
  },
};
const longerPlans: Previewable = {
  type: 'ReplanCampaign',
  data: { limits: [{ kind: 'submitPlan', limit: { n: 10, unit: 'workingDay' } }], reason: '工作需要' },
};
const shown = (world: CampaignWorld, command: Previewable, person: string = people.secretary) => {
  const answer = previewOf(world.campaign, command, contextOf(world, person));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.preview;
};

describe('what a change of the plan would do', () => {
  it('R4.22 is shown before it applies: which stages, and which obligations from which date to which', () => {
    const preview = shown(begun, listLater);
    expect(preview.stages.map(({ stage, to }) => [stage, to.startOn, to.endOn])).toEqual([
      ['screening', '2026-03-03', '2026-04-01'],
      ['problemList', '2026-04-02', '2026-04-07'],
    ]);
    expect(preview.obligations.map(({ key }) => key)).toEqual(owedNow(begun).map(({ key }) => key));
    for (const { from, to } of preview.obligations)
      expect([from, to]).toEqual([
        { since: '2026-03-03', dueOn: '2026-03-30' },
        { since: '2026-03-03', dueOn: '2026-04-01' },
      ]);
  });

  it.each([
    ['re-dating', begun, listLater],
    ['re-planning', whenProblemIs('acknowledged'), longerPlans],
  ] as const)('R4.22 R4.23 is what %s then does, and nothing else', (_, world, command) => {
    const preview = shown(world, command);
    const before = new Map(owedNow(world).map((each) => [each.key, each]));
    const done = send(world, people.secretary, command);
    const moved = owedNow(done).filter(({ key, dueVersion }) => before.get(key)?.dueVersion !== dueVersion);
    expect(moved.length).toBeGreaterThan(0);
    expect(preview.obligations.map(({ key, to }) => [key, to?.dueOn])).toEqual(
      moved.map(({ key, dueOn }) => [key, dueOn]),
    );
  });

  it('R4.22 changes nothing by being shown, and is refused as the command would be', () => {
    const before = JSON.stringify(begun.campaign);
    shown(begun, listLater);
    expect(JSON.stringify(begun.campaign)).toBe(before);
    const refused = previewOf(begun.campaign, listLater, contextOf(begun, people.deputy));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'NOT_YOURS' } });
  });
});
