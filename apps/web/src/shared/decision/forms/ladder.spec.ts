import { ladderOf, offeredRungs, type Rung } from './ladder';

const letter: Rung = {
  rung: 'T+7',
  at: 7,
  do: 'draftLetter',
  letter: 'supervisionLetter',
  to: ['secretary'],
};
const present: readonly Rung[] = [
  { rung: 'T-3', at: -3, do: 'remind', to: ['holder'] },
  { rung: 'T', at: 0, do: 'remind', to: ['holder'] },
  letter,
];
const names = (rungs: readonly Rung[]) => rungs.map(({ rung }) => rung);

describe('a ladder that is changed', () => {
  it('offers what is on it and the usual rungs that are not, from early to late', () =>
    expect(names(offeredRungs(present))).toEqual(['T-7', 'T-3', 'T-1', 'T', 'T+1', 'T+3', 'T+7']));

  it('keeps what a rung of it does, and rises', () => {
    const changed = ladderOf(present, ['T+7', 'T-7', 'T']) ?? [];
    expect(names(changed)).toEqual(['T-7', 'T', 'T+7']);
    expect(changed.at(-1)).toEqual(letter);
  });

  it('is none where nothing changes or nothing would be left', () => {
    expect(ladderOf(present, ['T', 'T-3', 'T+7'])).toBeNull();
    expect(ladderOf(present, [])).toBeNull();
  });
});
