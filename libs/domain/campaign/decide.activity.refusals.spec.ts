import { at, inCampaign, launched, people, send, templateState } from '@rectify/testing';
import { ACTIVITY_LIMITS } from '../template/activity.kinds';
import type { CampaignCommand } from './campaign.commands';

/** Mobilisation begins on 3 March and ends on the 9th; the seminar belongs to the screening, until the 30th. */
const begun = at(launched({ template: templateState() }), '2026-03-05T02:00:00.000Z');
const plan = (plannedOn: string, nth = 1): CampaignCommand => ({
  type: 'PlanActivity',
  data: { kind: 'seminar', nth, plannedOn },
});
const record = (more: object = {}): CampaignCommand => ({
  type: 'RecordActivity',
  data: { kind: 'seminar', nth: 1, people: 23, ...more },
});
const planned = send(begun, people.organiser, plan('2026-03-20'));
const held = send(planned, people.organiser, record());

describe('the day of an activity', () => {
  const planning = (day: string) => inCampaign(begun).when(people.organiser, plan(day));

  it('may be the first and the last of its window, and no other beside it', () => {
    planning('2026-03-05').then({ type: 'ActivityPlanned', data: { plannedOn: '2026-03-05' } });
    planning('2026-03-30').then({ type: 'ActivityPlanned' });
    planning('2026-03-04').thenRefused('DUE_BEFORE_START', {
      field: 'plannedOn',
      params: { start: '2026-03-05' },
    });
    planning('2026-03-31').thenRefused('DUE_TOO_LATE', {
      field: 'plannedOn',
      params: { latest: '2026-03-30' },
    });
  });

  it('is changed no more once it was held', () => {
    inCampaign(held)
      .when(people.organiser, plan('2026-03-27'))
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-05' } });
  });
});

describe('the number of an activity', () => {
  it.each([0, -1, 1.5, 3])('is counted from one without a gap: %p is none', (nth) => {
    inCampaign(begun)
      .when(people.organiser, plan('2026-03-20', nth))
      .thenRefused('OUT_OF_BOUNDS', { field: 'nth', params: { min: 1, max: 2 } });
  });
});

describe('recording that an activity was held', () => {
  const recording = (more: object) => inCampaign(planned).when(people.organiser, record(more));

  it('is whose it is to hold it, once, of what was planned', () => {
    inCampaign(planned).when(people.publicity, record()).thenRefused('NOT_YOURS');
    inCampaign(begun).when(people.organiser, record()).thenRefused('ACTIVITY_UNKNOWN', { field: 'nth' });
    inCampaign(held)
      .when(people.organiser, record())
      .thenRefused('ALREADY_DECIDED', { params: { on: '2026-03-05' } });
  });

  it('names a day from the launch until today', () => {
    recording({ heldOn: '2026-03-02' }).then({ type: 'ActivityHeld', data: { heldOn: '2026-03-02' } });
    recording({ heldOn: '2026-03-05' }).then({ type: 'ActivityHeld' });
    recording({ heldOn: '2026-03-01' }).thenRefused('DUE_BEFORE_START', {
      field: 'heldOn',
      params: { start: '2026-03-02' },
    });
    recording({ heldOn: '2026-03-06' }).thenRefused('DATE_IN_FUTURE', {
      field: 'heldOn',
      params: { date: '2026-03-06' },
    });
    recording({ heldOn: '2026-02-30' }).thenRefused('INVALID', { field: 'heldOn' });
  });

  it('says how many people it reached, one at least', () => {
    const max = ACTIVITY_LIMITS.people;
    recording({ people: 1 }).then({ type: 'ActivityHeld', data: { people: 1 } });
    recording({ people: max }).then({ type: 'ActivityHeld', data: { people: max } });
    for (const number of [0, max + 1, 2.5])
      recording({ people: number }).thenRefused('OUT_OF_BOUNDS', {
        field: 'people',
        params: { min: 1, max },
      });
  });
});
