import {
  askingFor,
  at,
  granting,
  inCampaign,
  ordinary,
  people,
  refusing,
  send,
  theProblem,
  whenProblemIs,
  withRules,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';

const rectifying = whenProblemIs('rectifying');
const due = theProblem(rectifying).dueOn ?? '';
const later = (days: number) => addDays(due, days);
const on = (world: CampaignWorld, day: string) => at(world, `${day}T02:00:00.000Z`);
const today = rectifying.now.slice(0, 10);
const asking = (world: CampaignWorld, days: number) =>
  inCampaign(world).when(people.organiser, askingFor(world, later(days)));
const asked = send(rectifying, people.organiser, askingFor(rectifying, later(20)));

describe('R4.10 an extension that cannot be asked for', () => {
  it('is that of what is claimed already', () => {
    asking(whenProblemIs('claimed'), 20).thenRefused('NOT_RECTIFYING');
  });

  it('waits for the decision on the one of a day', () => {
    asking(on(asked, addDays(today, 1)), 30).thenRefused('EXTENSION_PENDING', { params: { on: today } });
  });

  it('comes too late from the due day on, which it names', () => {
    asking(on(rectifying, due), 20).thenRefused('EXTENSION_TOO_LATE', { params: { dueOn: due } });
  });

  it('R4.12 is one more than the plan allows', () => {
    const extended = (world: CampaignWorld, days: number): CampaignWorld => {
      const one = send(world, people.organiser, askingFor(world, later(days)));
      const two = send(one, people.deputy, granting(one));
      return send(two, people.secretary, granting(two));
    };
    asking(extended(extended(rectifying, 10), 20), 30).thenRefused('EXTENSIONS_USED', { params: { max: 2 } });
  });
});

describe('R4.12 the date that is asked for', () => {
  it('lies behind the present one and within the cap, both days included', () => {
    for (const days of [1, 60]) asking(rectifying, days).then({ type: 'ExtensionRequested' });
    asking(rectifying, 0).thenRefused('DUE_BEFORE_START', { field: 'dueOn', params: { start: later(1) } });
    asking(rectifying, 61).thenRefused('DUE_TOO_LATE', { field: 'dueOn', params: { latest: later(60) } });
  });

  it('lies not in the past where it is asked for late', () => {
    const cumulativeCap = { n: 60, unit: 'calendarDay' } as const;
    const lenient = withRules({ extension: { lateRequest: 'record', maxCount: 2, cumulativeCap } });
    const late = on(whenProblemIs('rectifying', ordinary, lenient), later(3));
    asking(late, 3).then({ type: 'ExtensionRequested', data: { late: true } });
    asking(late, 2).thenRefused('DUE_BEFORE_START', { field: 'dueOn', params: { start: later(3) } });
  });
});

describe('R4.11 the date that is granted', () => {
  const granted = (days: number) =>
    inCampaign(asked).when(people.deputy, granting(asked, { dueOn: later(days) }));

  it('lies behind the present one and is no later than was asked for, both days included', () => {
    for (const days of [1, 20])
      granted(days).then({ type: 'ExtensionGranted', data: { dueOn: later(days) } });
    granted(0).thenRefused('DUE_BEFORE_START', { field: 'dueOn', params: { start: later(1) } });
    granted(21).thenRefused('DUE_TOO_LATE', { field: 'dueOn', params: { latest: later(20) } });
  });
});

describe('R4.8 the hash of a request', () => {
  it('is another with another date, with other words, and when it is made again', () => {
    const hashOfRequest = (world: CampaignWorld, more: object = {}) =>
      theProblem(send(world, people.organiser, askingFor(world, later(20), more))).extension?.hash;
    const refused = send(asked, people.deputy, refusing(asked));
    const hashes = [
      hashOfRequest(rectifying),
      hashOfRequest(rectifying, { dueOn: later(21) }),
      hashOfRequest(rectifying, { progress: '尚未开始' }),
      hashOfRequest(rectifying, { reason: '人手不足' }),
      hashOfRequest(refused),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
