import { at, inCampaign, launched, owedNow, people, send, type CampaignWorld } from '@rectify/testing';
import type { CampaignCommand, CommandData } from './campaign.commands';
import { react } from './campaign.process';
import { dueRungs } from './open-ladders';
import { opensOn, stageOf } from './stages';

type Window = CommandData<'RedateStages'>['stages'][number];
const redating = (...stages: readonly Window[]): CampaignCommand => ({
  type: 'RedateStages',
  data: { stages, reason: '全区统一延后', notice: '区委〔2026〕12号' },
});
/** Screening runs from 3 to 30 March, the list until 7 April. */
const begun = at(launched(), '2026-03-10T02:00:00.000Z');
const screeningUntil = (endOn: string): Window => ({ stage: 'screening', startOn: '2026-03-03', endOn });
const listFrom = (startOn: string, endOn: string): Window => ({ stage: 'problemList', startOn, endOn });
const later = [
  screeningUntil('2026-04-10'),
  listFrom('2026-04-13', '2026-04-17'),
  { stage: 'measures', startOn: '2026-04-20', endOn: '2026-04-30' },
  { stage: 'deadlines', startOn: '2026-05-06', endOn: '2026-08-05' },
  { stage: 'signOff', startOn: '2026-05-06', endOn: '2026-08-19' },
] as const;
const refusedFor = (world: CampaignWorld, ...stages: readonly Window[]) =>
  inCampaign(world).when(people.secretary, redating(...stages));

describe('re-dating stages', () => {
  it('R4.23 gives stages that are not closed new windows, old and new in one event, citing the notice', () => {
    const moved = inCampaign(begun)
      .when(people.secretary, redating(...later))
      .then({
        type: 'StagesRedated',
        data: {
          notice: '区委〔2026〕12号',
          reason: '全区统一延后',
          stages: [
            {
              stage: 'screening',
              from: { startOn: '2026-03-03', endOn: '2026-03-30', provisional: false },
              to: { startOn: '2026-03-03', endOn: '2026-04-10', provisional: false },
            },
            { stage: 'problemList' },
            { stage: 'measures' },
            { stage: 'deadlines' },
            { stage: 'signOff' },
          ],
        },
      })
      .world();
    expect(stageOf(moved.campaign, 'problemList')).toMatchObject({
      startOn: '2026-04-13',
      endOn: '2026-04-17',
    });
    expect(moved.campaign.plan.stages.find(({ kind }) => kind === 'problemList')).toMatchObject({
      startOn: '2026-04-13',
      endOn: '2026-04-17',
    });
  });

  it('R4.23 dates what is owed until the stage’s end anew, one due version up, its ladder armed again', () => {
    expect(owedNow(begun)[0]).toMatchObject({ dueOn: '2026-03-30', dueVersion: 1 });
    const moved = send(begun, people.secretary, redating(...later));
    for (const owed of owedNow(moved))
      expect(owed).toMatchObject({
        since: '2026-03-03',
        armedOn: '2026-03-10',
        dueOn: '2026-04-10',
        dueVersion: 2,
      });
    const rungs = (world: CampaignWorld) => dueRungs(world.campaign, world.now, world.calendar);
    const first = at(moved, '2026-03-27T02:00:00.000Z');
    expect(rungs(at(begun, first.now)).map(({ rung }) => rung)).toContain('T-3');
    expect(rungs(first)).toEqual([]);
    expect(rungs(at(moved, '2026-04-07T02:00:00.000Z'))[0]).toMatchObject({ rung: 'T-3', dueVersion: 2 });
  });

  it('moves an opening that lies ahead, and with it what is owed from then on', () => {
    const ahead = launched();
    const week = send(
      ahead,
      people.secretary,
      redating({ ...screeningUntil('2026-03-30'), startOn: '2026-03-09' }),
    );
    expect(owedNow(week)[0]).toMatchObject({ since: '2026-03-09', dueOn: '2026-03-30', dueVersion: 2 });
    expect(opensOn(week.campaign, 'screening')).toBe('2026-03-09');
    expect(react(week.campaign, week.now, week.calendar).wake?.at).toBe('2026-03-08T16:00:00.000Z');
    const back = send(
      week,
      people.secretary,
      redating({ ...screeningUntil('2026-03-30'), startOn: '2026-03-02' }),
    );
    expect(owedNow(back)[0]).toMatchObject({ since: '2026-03-02', dueVersion: 3 });
  });

  it('marks windows in a year without an official notice as provisional', () => {
    const moved = inCampaign(begun)
      .when(people.secretary, redating({ stage: 'signOff', startOn: '2026-04-22', endOn: '2027-01-15' }))
      .then({ type: 'StagesRedated', data: { stages: [{ to: { provisional: true } }] } });
    expect(stageOf(moved.world().campaign, 'signOff').provisional).toBe(true);
  });

  it.each<[string, Window, string, string]>([
    [
      'a first day of a stage that has begun',
      { ...later[0], startOn: '2026-03-12' },
      'STAGE_HAS_BEGUN',
      'stages[0].startOn',
    ],
    ['an end that has passed', screeningUntil('2026-03-09'), 'DATE_IN_PAST', 'stages[0].endOn'],
    [
      'a beginning that has passed',
      listFrom('2026-03-09', '2026-04-07'),
      'DATE_IN_PAST',
      'stages[0].startOn',
    ],
    [
      'a window that ends before it begins',
      listFrom('2026-04-07', '2026-04-01'),
      'WINDOW_OUT_OF_ORDER',
      'stages[0].endOn',
    ],
    [
      'a window before the end of the one it waits for',
      listFrom('2026-03-30', '2026-04-07'),
      'WINDOW_OUT_OF_ORDER',
      'stages[0].startOn',
    ],
    ['a window that runs into the next', screeningUntil('2026-04-10'), 'WINDOW_OUT_OF_ORDER', 'stages'],
    [
      'a signing that ends before the rectification',
      { stage: 'signOff', startOn: '2026-04-22', endOn: '2026-07-20' },
      'WINDOW_OUT_OF_ORDER',
      'stages[0].startOn',
    ],
    [
      'a window of more than a year',
      { stage: 'signOff', startOn: '2026-04-22', endOn: '2027-04-24' },
      'OUT_OF_BOUNDS',
      'stages[0].endOn',
    ],
    [
      'a beginning of more than a year later',
      { stage: 'deadlines', startOn: '2027-04-23', endOn: '2027-05-01' },
      'OUT_OF_BOUNDS',
      'stages[0].startOn',
    ],
    ['a day that does not exist', screeningUntil('2026-04-31'), 'INVALID', 'stages[0].endOn'],
    [
      'a stage that the plan has not',
      { stage: 'lookBack', startOn: '2026-09-01', endOn: '2026-10-01' },
      'STAGE_NOT_PLANNED',
      'stages[0].stage',
    ],
    ['what is so already', screeningUntil('2026-03-30'), 'NOTHING_CHANGES', 'stages'],
  ])('refuses %s', (_, window, code, field) => {
    refusedFor(begun, window).thenRefused(code as 'INVALID', field);
  });

  it('refuses a stage named twice, a closed stage, and everybody else', () => {
    refusedFor(begun, later[1], later[1]).thenRefused('NOT_UNIQUE', 'stages[1].stage');
    const forced = send(begun, people.secretary, {
      type: 'ForceStage',
      data: { stage: 'screening', reason: '提前结束' },
    });
    refusedFor(forced, screeningUntil('2026-04-01')).thenRefused('ALREADY_DECIDED', 'stages[0].stage');
    for (const person of [people.deputy, people.districtSecretary])
      inCampaign(begun)
        .when(person, redating(...later))
        .thenRefused('NOT_YOURS');
  });
});
