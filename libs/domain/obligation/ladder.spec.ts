import { calendarState, templateState } from '@rectify/testing';
import { isWorkingDay } from '../calendar/working-calendar';
import { ladderOf, rungReckoner, rungsOf, type Ladders } from './ladder';
import { obligationKinds, type ObligationKind } from './obligation';

const calendar = calendarState();
const ladders = templateState().latest?.ladders as Ladders;
const days = (kind: ObligationKind, dueOn: string, armedOn: string) =>
  rungsOf(ladders, { kind, dueOn, armedOn }, calendar).map(({ rung, on }) => [rung, on]);

describe('the ladder of an obligation', () => {
  it('RR4.4 R5.1 is by its kind: work has letters, a decision escalates, an answer is urged', () => {
    const last = (kind: ObligationKind) => ladderOf(ladders, kind).at(-1)?.rung;
    expect(last('claimCompletion')).toBe('T+30');
    expect(last('reviewCompletion')).toBe('T+7');
    expect(last('answerCheckItem')).toBe('T+7');
    expect(
      ladderOf(ladders, 'finishMeasure')
        .map((rung) => rung.letter)
        .filter(Boolean),
    ).toEqual(['supervisionLetter', 'interview', 'circular']);
    const lettered = obligationKinds.filter((kind) =>
      ladderOf(ladders, kind).some(({ letter }) => letter === 'supervisionLetter'),
    );
    expect(lettered).toEqual([
      'submitPlan',
      'finishMeasure',
      'claimCompletion',
      'reviewSustained',
      'holdActivity',
    ]);
  });

  it('R5.10 RR4.5 counts calendar days, and moves a day off before the due day back, from the due day on forward', () => {
    // Due on Saturday 10 October 2026, a made-up working day after the National Day week.
    expect(days('claimCompletion', '2026-10-10', '2026-09-01')).toEqual([
      ['T-7', '2026-09-30'],
      ['T-3', '2026-09-30'],
      ['T-1', '2026-10-09'],
      ['T', '2026-10-10'],
      ['T+1', '2026-10-12'],
      ['T+3', '2026-10-13'],
      ['T+7', '2026-10-19'],
      ['T+15', '2026-10-26'],
      ['T+30', '2026-11-09'],
    ]);
  });

  it('RR4.5 has no rung on or before the day the obligation arose or was re-armed', () => {
    expect(days('reviewCompletion', '2026-03-11', '2026-03-10').map(([rung]) => rung)).toEqual([
      'T',
      'T+1',
      'T+3',
      'T+7',
    ]);
    expect(days('reviewCompletion', '2026-03-11', '2026-03-30')).toEqual([]);
  });

  it('RR4.7 falls due with the send window, 08:30 in Shanghai', () => {
    const [first] = rungsOf(
      ladders,
      { kind: 'claimCompletion', dueOn: '2026-06-30', armedOn: '2026-03-02' },
      calendar,
    );
    expect(first).toMatchObject({ rung: 'T-7', on: '2026-06-23', dueAt: '2026-06-23T00:30:00.000Z' });
  });

  it('stands in the order of its days, on working days only, and the same for many as for one', () => {
    const reckon = rungReckoner(ladders, calendar);
    for (let day = 1; day <= 28; day += 1) {
      for (const month of ['02', '05', '09', '10']) {
        const dueOn = `2026-${month}-${String(day).padStart(2, '0')}`;
        const one = { kind: 'claimCompletion', dueOn, armedOn: '2026-01-01' } as const;
        const found = rungsOf(ladders, one, calendar);
        expect(found.map(({ on }) => on)).toEqual(found.map(({ on }) => on).sort());
        expect(found.every(({ on }) => isWorkingDay(calendar, on))).toBe(true);
        expect(reckon(one)).toEqual(found);
        expect(reckon({ ...one, armedOn: dueOn })).toEqual(found.filter(({ on }) => on > dueOn));
      }
    }
  });
});
