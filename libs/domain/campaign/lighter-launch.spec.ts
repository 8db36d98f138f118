import fc from 'fast-check';
import { addDays } from '../calendar/civil-date';
import { isWorkingDay } from '../calendar/working-calendar';
import {
  at,
  attempt,
  campaignId,
  contextOf,
  newWorld,
  owedNow,
  people,
  propertyRuns,
  send,
  templateState,
  units,
  type CampaignWorld,
} from '@rectify/testing';
import { optionalStageKinds, type OptionalStageKind } from '../template/template.definition';
import { shippedTemplates } from '../template/shipped';
import { busiest, countByDay } from './busiest';
import type { CommandData } from './campaign.commands';
import { campaignDecider } from './campaign.decider';
import { launchPreviewOf } from './launch-preview';
import { spreadOf } from './lighter-launch';

type Launch = CommandData<'LaunchCampaign'>;
const usual: Launch = { campaignId, unitId: units.branch, template: 'bland-casual', serial: 1 };
const world = newWorld({ template: templateState() });

const asked = (more: Partial<Launch> = {}, from: CampaignWorld = world) => {
  const given = {
    ...{ nothing: campaignDecider.initialState(), data: { ...usual, ...more } },
    context: contextOf(from, people.secretary),
  };
  const shown = launchPreviewOf(given.nothing, given.data, given.context);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return { ...given, preview: shown.preview };
};
const answers = ({ preview }: ReturnType<typeof asked>) =>
  preview.owed.filter(({ kind }) => kind === 'answerCheckItem');

describe('R3.36 the busiest day of a launch', () => {
  it('is less full with the answers spread, and what is previewed is what is then owed', () => {
    const plain = asked();
    const offer = spreadOf(plain);
    expect(offer).toMatchObject({ taken: false });
    expect(offer?.count).toBeLessThan(busiest(countByDay(plain.preview.owed))?.count ?? 0);
    const spread = asked({ spreadAnswers: true });
    expect(spreadOf(spread)).toEqual({ ...offer, taken: true });
    expect(busiest(countByDay(spread.preview.owed))?.count).toBe(offer?.count);

    const made = send(world, people.secretary, { type: 'LaunchCampaign', data: spread.data });
    expect(owedNow(made)).toHaveLength(spread.preview.created);
    const due = new Map(answers(spread).map(({ subject, dueOn }) => [subject.id, dueOn]));
    const without = send(world, people.secretary, {
      type: 'LaunchCampaign',
      data: { ...spread.data, leaveOut: ['mobilisation'] },
    });
    const real = owedNow(without, 'answerCheckItem');
    expect(real).toHaveLength(due.size);
    expect(new Set(real.map(({ dueOn }) => dueOn)).size).toBe(new Set(due.values()).size);
  });

  it('stays as it is where the screening rests on a year without a notice', () => {
    expect(spreadOf(asked({ startOn: '2026-12-14' }))).toBeNull();
    expect(spreadOf(asked({ startOn: '2026-12-14', spreadAnswers: true }))).toBeNull();
  });

  it('is spread for every template and first day: as many dates, on working days within the stage, fewer at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shippedTemplates().map(({ slug }) => slug)),
        fc.integer({ min: 0, max: 180 }),
        fc.subarray([...optionalStageKinds]),
        (template, days, leaveOut) => {
          const from = { ...world, template: templateState(template) };
          const data = { template, leaveOut, startOn: addDays('2026-03-03', days) };
          const plain = asked(data, from);
          const spread = asked({ ...data, spreadAnswers: true }, from);
          expect(answers(spread)).toHaveLength(answers(plain).length);
          expect(spread.preview.owed).toHaveLength(plain.preview.owed.length);
          expect(spread.preview.created).toBe(plain.preview.created);
          const screening = plain.preview.plan.stages.find(({ kind }) => kind === 'screening');
          for (const { dueOn, since } of answers(spread)) {
            expect(dueOn > since && dueOn <= (screening?.endOn ?? '')).toBe(true);
            expect(isWorkingDay(from.calendar, dueOn)).toBe(true);
          }
          const offer = spreadOf(plain);
          if (screening?.provisional) expect(offer).toBeNull();
          else
            expect(busiest(countByDay(spread.preview.owed))?.count).toBeLessThan(
              busiest(countByDay(plain.preview.owed))?.count ?? 0,
            );
        },
      ),
      propertyRuns(12),
    );
  });
});

describe('R3.36 a day that the launch gave', () => {
  const launched = (...leaveOut: OptionalStageKind[]) =>
    send(world, people.secretary, {
      type: 'LaunchCampaign',
      data: { ...usual, spreadAnswers: true, leaveOut },
    });
  const dueDays = (of: CampaignWorld) => [
    ...new Set(owedNow(of, 'answerCheckItem').map(({ dueOn }) => dueOn)),
  ];

  it('gives way to the stage’s end where the stage is dated across it', () => {
    const before = launched('mobilisation');
    const [first] = dueDays(before).sort();
    const screening = before.campaign.stages[0];
    expect(first && screening && first < screening.endOn).toBe(true);
    const moved = send(before, people.secretary, {
      type: 'RedateStages',
      data: {
        stages: [{ stage: 'screening', startOn: screening?.endOn ?? '', endOn: screening?.endOn ?? '' }],
        reason: '推迟',
      },
    });
    expect(dueDays(moved)).toEqual([screening?.endOn]);
  });

  it('gives way to another limit that is planned since', () => {
    const before = at(launched('mobilisation'), '2026-03-03T02:00:00.000Z');
    const tried = attempt(before, people.secretary, {
      type: 'ReplanCampaign',
      data: { limits: [{ kind: 'answerCheckItem', limit: { n: 3, unit: 'workingDay' } }], reason: '提前' },
    });
    expect(tried.ok && dueDays(tried.world)).toEqual(['2026-03-06']);
  });
});
