import { firstSteps } from './first-steps';

const year = (of: number) => ({ year: of, notice: '', off: [], makeupWorkdays: [] });
const nothing = { people: 1, calendar: { years: [] }, channels: 0, campaigns: 0, today: '2026-03-02' };
const done = (known: Partial<typeof nothing> & { years?: readonly number[] }) =>
  firstSteps({ ...nothing, ...known, calendar: { years: (known.years ?? []).map(year) } })
    .filter(({ isDone }) => isDone)
    .map(({ key }) => key);

describe('the first steps of a new organisation', () => {
  it('are done by what is there, each by itself', () => {
    expect(done({})).toEqual([]);
    expect(done({ people: 3, years: [2025] })).toEqual([]);
    expect(done({ people: 4 })).toEqual(['people']);
    expect(done({ years: [2025, 2026] })).toEqual(['calendar']);
    expect(done({ channels: 1, campaigns: 1 })).toEqual(['mail', 'launch']);
  });
});
