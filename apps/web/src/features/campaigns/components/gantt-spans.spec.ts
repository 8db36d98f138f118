import type { DueRow } from '../../../shared/calendar/due';
import { groupsOf, scaleOf } from './gantt-spans';

const row = (
  kind: DueRow['kind'],
  code: string,
  text: string | null,
  days: readonly [string, string][],
): DueRow => ({
  kind,
  problem: { id: code, code, title: `问题${code}` },
  measure: text === null ? null : { id: `${code}-${text}`, text },
  owner: { how: 'nobody', people: [] },
  dueOn: days.at(-1)?.[1] ?? '',
  ...{ provisional: false, overdue: false, doneOn: null, late: false },
  dates: days.map(([on, dueOn]) => ({ on, dueOn, why: 'planned' })) as DueRow['dates'],
});
const rows = [
  row('measure', '002', '补齐记录', [['2026-06-01', '2026-06-30']]),
  row('problem', '001', null, [
    ['2026-06-01', '2026-06-19'],
    ['2026-06-15', '2026-07-03'],
  ]),
  row('problem', '002', null, [['2026-06-01', '2026-06-30']]),
  row('review', '003', null, []),
];

it('measures stand below their problem, problems in the order of their numbers, a cycle nowhere', () => {
  expect(groupsOf(rows).map(({ name, bars }) => [name, bars.map((bar) => bar.name)])).toEqual([
    ['001 问题001', ['问题001']],
    ['002 问题002', ['问题002', '补齐记录']],
  ]);
});

it('what was extended shows its first date beside the present one', () => {
  const [extended, plain] = groupsOf(rows).map(({ bars }) => bars[0]);
  expect(extended).toMatchObject({ from: '2026-06-01', dueOn: '2026-07-03', original: '2026-06-19' });
  expect(plain).toMatchObject({ original: null });
});

it('the scale begins with the first day and ends with the last', () => {
  const scale = scaleOf(groupsOf(rows));
  expect([scale?.first, scale?.last, scale?.at('2026-06-01'), scale?.months]).toEqual([
    ...['2026-06-01', '2026-07-03', 0],
    ['2026-06-01', '2026-07-01'],
  ]);
  expect(scaleOf([])).toBeNull();
});
