import { busiest, countByDay } from './busiest';

it('the busiest day is the first on which most falls due', () => {
  const days = ['2026-07-31', '2026-07-03', '2026-07-31', '2026-07-03', '2026-07-30'];
  expect(busiest(countByDay(days.map((dueOn) => ({ dueOn }))))).toEqual({ day: '2026-07-03', count: 2 });
  expect(busiest(new Map())).toBeNull();
});
