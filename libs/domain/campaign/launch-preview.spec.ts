import {
  at,
  campaignId,
  contextOf,
  launched,
  newWorld,
  owedNow,
  people,
  send,
  templateState,
  units,
} from '@rectify/testing';
import { resolveHolder } from '../obligation/holder';
import { burdenOf } from './burden';
import type { CommandData } from './campaign.commands';
import { campaignDecider } from './campaign.decider';
import { launchPreviewOf } from './launch-preview';

const data: CommandData<'LaunchCampaign'> = {
  ...{ campaignId, unitId: units.branch, template: 'bland-casual', serial: 1 },
};
const world = at(newWorld({ template: templateState() }), '2026-03-02T02:00:00.000Z');
const context = (person: string = people.secretary) => contextOf(world, person);
const preview = () => {
  const shown = launchPreviewOf(campaignDecider.initialState(), data, context());
  if (!shown.ok) throw new Error(shown.refusal.code);
  return shown.preview;
};

describe('what a launch would set going', () => {
  it('counts just what the launch then makes owed', () => {
    const then = send(world, people.secretary, { type: 'LaunchCampaign', data });
    expect(then.campaign.plan).toEqual(preview().plan);
    expect(preview().created).toBe(owedNow(then).length);
    expect(preview().created).toBeGreaterThan(0);
  });

  it('foresees every part of the screening with the day that it will have, and each step of every chain', () => {
    const { owed, plan } = preview();
    const screening = plan.stages.find(({ kind }) => kind === 'screening');
    const parts = owed.filter(({ kind }) => kind === 'answerCheckItem');
    const wanted = plan.aspects.flatMap(({ items }) => [...new Set(items.map(({ clue }) => clue))]);
    expect(parts).toHaveLength(wanted.length);
    for (const { since, dueOn, stage } of parts)
      expect({ since, dueOn, stage }).toEqual({
        since: screening?.startOn,
        dueOn: screening?.endOn,
        stage: 'screening',
      });
    const steps = owed.filter(({ kind }) => kind === 'approveStage' || kind === 'signOffCampaign');
    expect(steps.map(({ stage, dueOn }) => [stage, dueOn])).toEqual(
      plan.stages.flatMap(({ kind, endOn, approvals }) => approvals.map(() => [kind, endOn])),
    );
    expect(owed.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['confirmScreening', 'confirmProblemList', 'approveSummary']),
    );
  });

  it('dates what a real campaign dates: the screening as it opens', () => {
    const real = owedNow(at(launched({ template: templateState() }, []), '2026-03-02T02:00:00.000Z'));
    for (const { key, kind, dueOn } of real.filter((each) => each.kind !== 'approveStage'))
      expect({
        key,
        days: preview()
          .owed.filter((each) => each.kind === kind)
          .map((each) => each.dueOn),
      }).toEqual({
        key,
        days: expect.arrayContaining([dueOn]),
      });
  });

  it('is refused as the launch is, and changes nothing of what it was given', () => {
    const before = campaignDecider.initialState();
    expect(launchPreviewOf(before, data, context(people.deputy))).toMatchObject({
      refusal: { code: 'NOT_YOURS' },
    });
    launchPreviewOf(before, data, context());
    expect(before).toEqual(campaignDecider.initialState());
  });

  it('asks of each person what is theirs: all items at their minutes, and each decision', () => {
    const { owed, plan } = preview();
    const items = plan.aspects.flatMap((aspect) => aspect.items).length;
    const answering = owed.filter(({ kind }) => kind === 'answerCheckItem');
    expect(answering.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(items * 1.5);
    const burden = burdenOf(
      owed.map(({ holder, minutes, dueOn }) => ({
        people: resolveHolder(holder, world.directory, units.branch).people.map(({ personId }) => personId),
        ...{ minutes, dueOn },
      })),
    );
    expect(burden.people).toBeGreaterThan(1);
    expect(burden.minutes).toBeGreaterThanOrEqual(items * 1.5);
    expect(burden.most?.minutes).toBeLessThanOrEqual(burden.minutes);
  });
});

describe('a burden', () => {
  const asked = (minutes: number, dueOn: string, people = ['a']) => ({ minutes, dueOn, people });

  it('is light up to two hours of one person in a month, moderate up to four, then heavy', () => {
    expect(burdenOf([asked(120, '2026-03-31'), asked(120, '2026-04-01')]).band).toBe('light');
    expect(burdenOf([asked(120, '2026-03-30'), asked(1, '2026-03-31')]).band).toBe('moderate');
    expect(burdenOf([asked(241, '2026-03-31')]).band).toBe('heavy');
  });

  it('is shared by those of whom one does it, and nothing where nobody is asked', () => {
    expect(burdenOf([asked(10, '2026-03-31', ['a', 'b']), asked(3, '2026-03-31', ['b'])])).toEqual({
      ...{ people: 2, minutes: 13, average: 7, band: 'light' },
      most: { personId: 'b', minutes: 8, count: 2 },
    });
    expect(burdenOf([])).toEqual({ people: 0, minutes: 0, average: 0, most: null, band: 'light' });
  });
});
