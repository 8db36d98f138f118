import { calendarState, directoryState, people } from '@rectify/testing';
import { calendarDecider } from './calendar.decider';

const set = (from: string, to: string, sendWindow?: { from: string; to: string }) =>
  calendarDecider.decide(
    { ...calendarState(), ...(sendWindow && { sendWindow }) },
    { type: 'SetSendWindow', data: { from, to } },
    {
      now: '2026-03-02T02:00:00.000Z',
      actor: { kind: 'person', personId: people.districtSecretary },
      directory: directoryState(),
    },
  );
const refused = (from: string, to: string, field: string, min: string, max: string) =>
  expect(set(from, to)).toEqual({
    ok: false,
    refusal: { code: 'OUT_OF_BOUNDS', field, params: { min, max } },
  });

describe('R5.8 the hours within which messages leave', () => {
  it('begin and end within their bounds, these included', () => {
    for (const [from, to] of [
      ['06:00', '18:00'],
      ['12:00', '18:00'],
      ['06:00', '10:00'],
      ['08:30', '22:00'],
    ] as const)
      expect(set(from, to)).toMatchObject({ ok: true, events: [{ data: { from, to } }] });
    refused('05:30', '18:00', 'from', '06:00', '12:00');
    refused('12:30', '18:00', 'from', '06:00', '12:00');
    refused('06:00', '09:30', 'to', '10:00', '22:00');
    refused('08:30', '22:30', 'to', '10:00', '22:00');
  });

  it('are two hours at least, and say when they could end', () => {
    expect(set('10:00', '12:00')).toMatchObject({ ok: true });
    refused('10:30', '12:00', 'to', '12:30', '22:00');
    refused('09:00', '10:30', 'to', '11:00', '22:00');
  });

  it('are others with another beginning alone, or another end alone', () => {
    const now = { from: '09:00', to: '17:30' };
    for (const [from, to] of [
      ['09:00', '18:00'],
      ['08:30', '17:30'],
    ] as const)
      expect(set(from, to, now)).toMatchObject({ ok: true, events: [{ type: 'SendWindowSet' }] });
    expect(set('09:00', '17:30', now)).toMatchObject({ ok: true, events: [] });
  });
});
