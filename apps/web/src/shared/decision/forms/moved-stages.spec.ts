import type { Campaign } from '../../api/types';
import { movedStages } from './moved-stages';

const road = [
  { stage: 'deadlines', startOn: '2026-08-17', endOn: '2026-11-13' },
  { stage: 'summary', startOn: '2026-11-16', endOn: '2026-11-27' },
] as unknown as Campaign['road'];

describe('the stages that a form moves', () => {
  it('are those whose days are whole and another than now', () => {
    expect(movedStages(road, {})).toEqual([]);
    expect(movedStages(road, { deadlines: { startOn: '2026-08-17', endOn: '2026-11-13' } })).toEqual([]);
    expect(movedStages(road, { deadlines: { startOn: '2026-08-17', endOn: null } })).toEqual([]);
    expect(
      movedStages(road, {
        deadlines: { startOn: '2026-08-17', endOn: '2026-11-20' },
        summary: { startOn: '2026-11-23', endOn: '2026-12-04' },
      }),
    ).toEqual([
      { stage: 'deadlines', startOn: '2026-08-17', endOn: '2026-11-20' },
      { stage: 'summary', startOn: '2026-11-23', endOn: '2026-12-04' },
    ]);
  });
});
