import { at, inCampaign, launched, people, send, type CampaignWorld } from '@rectify/testing';
import type { CommandData } from './campaign.commands';

type Window = CommandData<'RedateStages'>['stages'][number];
/**
 * Screening 3 to 30 March, the list until 7 April, the measures until the 21st; from the 22nd the rectification until
 * 21 July and beside it the signing until 4 August.
 */
const begun = at(launched(), '2026-03-10T02:00:00.000Z');
const window = (stage: Window['stage'], startOn: string, endOn: string): Window => ({
  stage,
  startOn,
  endOn,
});
const by = (world: CampaignWorld, ...stages: readonly Window[]) =>
  inCampaign(world).when(people.secretary, { type: 'RedateStages', data: { stages, reason: '延后' } });
const moves = (world: CampaignWorld, ...stages: readonly Window[]) =>
  by(world, ...stages).then({ type: 'StagesRedated' });

describe('a window that is refused says which day would do', () => {
  it('of a stage named twice which it is', () => {
    const list = window('problemList', '2026-04-01', '2026-04-07');
    by(begun, list, list).thenRefused('NOT_UNIQUE', {
      field: 'stages[1].stage',
      params: { code: 'problemList' },
    });
  });

  it('of a closed stage since when, of one that has begun since when', () => {
    const forced = send(begun, people.secretary, {
      type: 'ForceStage',
      data: { stage: 'screening', reason: '提前结束' },
    });
    by(at(forced, '2026-03-11T02:00:00.000Z'), window('screening', '2026-03-03', '2026-04-01')).thenRefused(
      'ALREADY_DECIDED',
      { field: 'stages[0].stage', params: { on: '2026-03-10' } },
    );
    by(begun, window('screening', '2026-03-12', '2026-03-30')).thenRefused('STAGE_HAS_BEGUN', {
      field: 'stages[0].startOn',
      params: { on: '2026-03-03' },
    });
  });

  it('of a day that does not exist, or has passed', () => {
    by(begun, window('problemList', '2026-04-31', '2026-05-04')).thenRefused('INVALID', {
      field: 'stages[0].startOn',
    });
    const today = { today: '2026-03-10' };
    by(begun, window('screening', '2026-03-03', '2026-03-09')).thenRefused('DATE_IN_PAST', {
      field: 'stages[0].endOn',
      params: today,
    });
    by(begun, window('problemList', '2026-03-09', '2026-04-07')).thenRefused('DATE_IN_PAST', {
      field: 'stages[0].startOn',
      params: today,
    });
  });

  it('of one that is too long from when until when', () => {
    by(begun, window('signOff', '2026-04-22', '2027-04-24')).thenRefused('OUT_OF_BOUNDS', {
      field: 'stages[0].endOn',
      params: { min: '2026-04-22', max: '2027-04-23' },
    });
    by(begun, window('deadlines', '2027-04-23', '2027-05-01')).thenRefused('OUT_OF_BOUNDS', {
      field: 'stages[0].startOn',
      params: { min: '2026-04-21', max: '2027-04-22' },
    });
  });

  it('of one out of order which stage cannot wait', () => {
    for (const [moved, field] of [
      [window('problemList', '2026-03-30', '2026-04-07'), 'stages[0].startOn'],
      [window('screening', '2026-03-03', '2026-03-31'), 'stages'],
    ] as const)
      by(begun, moved).thenRefused('WINDOW_OUT_OF_ORDER', { field, params: { stage: 'problemList' } });
    for (const moved of [
      window('signOff', '2026-04-21', '2026-08-04'),
      window('signOff', '2026-04-22', '2026-07-20'),
    ])
      by(begun, moved).thenRefused('WINDOW_OUT_OF_ORDER', {
        field: 'stages[0].startOn',
        params: { stage: 'signOff' },
      });
  });
});

describe('a window may', () => {
  it('end today, on the day it begins, or a year and a day after', () => {
    moves(begun, window('screening', '2026-03-03', '2026-03-10'));
    moves(begun, window('problemList', '2026-03-31', '2026-03-31'));
    moves(begun, window('signOff', '2026-04-22', '2027-04-23'));
  });

  it('begin as long after the one it waits for', () => {
    moves(
      begun,
      window('deadlines', '2027-04-22', '2027-05-01'),
      window('signOff', '2027-04-22', '2027-06-01'),
    );
  });

  it('end with the one it runs beside', () => {
    moves(begun, window('signOff', '2026-04-22', '2026-07-21'));
  });

  it('be named as it is, though it has passed: what moves is the other', () => {
    const late = at(begun, '2026-04-03T02:00:00.000Z');
    by(
      late,
      window('screening', '2026-03-03', '2026-03-30'),
      window('problemList', '2026-04-03', '2026-04-07'),
    ).then({ type: 'StagesRedated', data: { stages: [{ stage: 'problemList' }] } });
  });

  it('begin before the planned end of the one it waited for, once that is closed', () => {
    const forced = send(begun, people.secretary, {
      type: 'ForceStage',
      data: { stage: 'screening', reason: '提前结束' },
    });
    moves(forced, window('problemList', '2026-03-12', '2026-04-07'));
  });
});
