import fc from 'fast-check';
import { calendarState, propertyRuns } from '@rectify/testing';
import { addDays, eachDay } from '../calendar/civil-date';
import { isWorkingDay } from '../calendar/working-calendar';
import { shippedTemplates } from '../template/shipped';
import { spreadOver } from './spread';

const calendar = calendarState();
const item = (code: string, clue = false) => ({ code, text: code, fix: 'immediate', clue });
const aspects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: `X${index}`, items: [item(`X${index}-1`)] }));
const stage = (startOn: string, endOn: string, provisional = false) => ({ startOn, endOn, provisional });
const days = (spread: ReadonlyMap<string, string>) => [...new Set(spread.values())];

describe('R3.36 the answers of a screening are spread', () => {
  it('over the working days right before its end, three a day, the last day left free', () => {
    const spread = spreadOver(aspects(9), stage('2026-10-08', '2026-11-13'), calendar);
    expect([...spread.values()]).toEqual([
      ...['2026-11-10', '2026-11-10', '2026-11-10'],
      ...['2026-11-11', '2026-11-11', '2026-11-11'],
      ...['2026-11-12', '2026-11-12', '2026-11-12'],
    ]);
  });

  it('over no more than a third of its working days', () => {
    expect(days(spreadOver(aspects(40), stage('2026-03-02', '2026-03-13'), calendar))).toEqual([
      ...['2026-03-10', '2026-03-11', '2026-03-12'],
    ]);
    expect(spreadOver(aspects(40), stage('2026-03-12', '2026-03-13'), calendar)).toEqual(new Map());
  });

  it('past a holiday, and on a weekend that is worked for it', () => {
    // 10 October 2026 is a Saturday that is worked; 1 to 7 October are off.
    expect(days(spreadOver(aspects(9), stage('2026-09-14', '2026-10-12'), calendar))).toEqual([
      ...['2026-10-08', '2026-10-09', '2026-10-10'],
    ]);
  });

  it('with an aspect’s clue items on its own day, as a part of their own', () => {
    const both = [{ code: 'A', items: [item('A-1'), item('A-2', true)] }, ...aspects(4)];
    const spread = spreadOver(both, stage('2026-03-02', '2026-03-27'), calendar);
    expect([spread.get('A'), spread.get('X0'), spread.get('X1')]).toEqual([
      ...['2026-03-25', '2026-03-25', '2026-03-26'],
    ]);
  });

  it('not where nobody knows yet which days are worked, nor where nothing is asked', () => {
    expect(spreadOver(aspects(9), stage('2026-12-14', '2027-01-15', true), calendar)).toEqual(new Map());
    expect(spreadOver([{ code: 'A', items: [] }], stage('2026-03-02', '2026-03-27'), calendar)).toEqual(
      new Map(),
    );
  });

  it('each once or not at all, in order, on working days within the stage, for every template and window', () => {
    const templates = shippedTemplates().map((template) => template.aspects);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...templates), fc.nat(60).map(aspects)),
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 0, max: 60 }),
        (asked, from, length) => {
          const startOn = addDays('2026-01-05', from);
          const endOn = addDays(startOn, length);
          const spread = spreadOver(asked, stage(startOn, endOn), calendar);
          expect([0, asked.length]).toContain(spread.size);
          const given = asked.flatMap(({ code }) => spread.get(code) ?? []);
          expect(given).toEqual([...given].sort());
          for (const day of given) {
            expect(day > startOn && day < endOn).toBe(true);
            expect(isWorkingDay(calendar, day)).toBe(true);
          }
          const worked = eachDay(startOn, endOn).filter((day) => isWorkingDay(calendar, day)).length;
          expect(new Set(given).size).toBeLessThanOrEqual(worked / 3);
        },
      ),
      propertyRuns(300),
    );
  });
});
