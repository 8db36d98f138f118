import { at, calendarState, directoryState, launched, people, send } from '@rectify/testing';
import { dueRungs, react } from '../campaign/campaign.process';
import type { OrganisationContext } from '../directory/context';
import { calendarDecider } from './calendar.decider';
import { sendingHoursOf, USUAL_HOURS } from './sending-hours';

const by = (personId: string): OrganisationContext => ({
  now: '2026-03-02T02:00:00.000Z',
  actor: { kind: 'person', personId },
  directory: directoryState(),
});
const set = (from: string, to: string, context = by(people.districtSecretary), state = calendarState()) =>
  calendarDecider.decide(state, { type: 'SetSendWindow', data: { from, to } }, context);
const withHours = (from: string, to: string) => ({ ...calendarState(), sendWindow: { from, to } });

describe('the hours within which messages leave', () => {
  it('R5.8 are the usual ones until the installation sets its own', () => {
    expect(sendingHoursOf(calendarState())).toEqual(USUAL_HOURS);
    const event = { type: 'SendWindowSet', data: { from: '09:00', to: '17:30' } } as const;
    expect(set('09:00', '17:30')).toMatchObject({ ok: true, events: [event] });
    const state = structuredClone(calendarState()) as ReturnType<typeof calendarDecider.initialState>;
    calendarDecider.evolve(state, event, { version: 9, at: '', actor: { kind: 'system' } });
    expect(sendingHoursOf(state)).toEqual({ from: '09:00', to: '17:30' });
  });

  it('are the top unit’s secretary’s to set, and the same again changes nothing', () => {
    expect(set('09:00', '17:30', by(people.secretary))).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_YOURS' },
    });
    expect(set('08:30', '18:00')).toMatchObject({ ok: true, events: [] });
    const now = withHours('09:00', '17:30');
    expect(set('09:00', '17:30', by(people.districtSecretary), now)).toMatchObject({ ok: true, events: [] });
  });

  it.each([
    ['8:30', '18:00', 'INVALID', 'from'],
    ['08:15', '18:00', 'INVALID', 'from'],
    ['05:30', '18:00', 'OUT_OF_BOUNDS', 'from'],
    ['12:30', '18:00', 'OUT_OF_BOUNDS', 'from'],
    ['08:30', '24:00', 'INVALID', 'to'],
    ['08:30', '22:30', 'OUT_OF_BOUNDS', 'to'],
    ['10:30', '12:00', 'OUT_OF_BOUNDS', 'to'],
    ['08:30', '08:00', 'OUT_OF_BOUNDS', 'to'],
  ])('from %s to %s are refused: %s of %s', (from, to, code, field) =>
    expect(set(from, to)).toMatchObject({ ok: false, refusal: { code, field } }),
  );

  it('RR4.7 say when a rung falls due: the process waits for their beginning, and issues nothing before', () => {
    const usual = send(at(launched(), '2026-03-10T02:00:00.000Z'), 'system', { type: 'OpenStage', data: {} });
    expect(react(usual.campaign, usual.now, usual.calendar).wake?.at).toBe('2026-03-27T00:30:00.000Z');
    const later = withHours('09:30', '17:30');
    expect(react(usual.campaign, usual.now, later).wake?.at).toBe('2026-03-27T01:30:00.000Z');
    const between = '2026-03-27T01:29:59.999Z';
    expect(dueRungs(usual.campaign, between, usual.calendar)).not.toEqual([]);
    expect(dueRungs(usual.campaign, between, later)).toEqual([]);
    expect(dueRungs(usual.campaign, '2026-03-27T01:30:00.000Z', later)).not.toEqual([]);
  });
});
