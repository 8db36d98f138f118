import { linesToShow, saidAt, type ImportLine } from './import-lines';

const line = (at: string, outcome: ImportLine['outcome']): ImportLine => ({ at, outcome, refusal: null });

describe('lines of an import', () => {
  const lines = [
    line('units[0]', 'unchanged'),
    line('units[1]', 'added'),
    line('people[0]', 'refused'),
    line('posts[0]', 'proposed'),
    line('posts[1]', 'refused'),
  ];

  it('are shown with what is refused first, without what stands there already', () => {
    expect(linesToShow(lines, 9).shown.map(({ at }) => at)).toEqual([
      'people[0]',
      'posts[1]',
      'units[1]',
      'posts[0]',
    ]);
    expect(linesToShow(lines, 3)).toMatchObject({ shown: [{}, {}, { at: 'units[1]' }], more: 1 });
  });

  it('are named by what the file says there, and by nothing where it says nothing', () => {
    const file = { units: [{ code: 'D01', name: '区直机关工委', parent: null }], people: 'none' };
    expect(saidAt(file, 'units[0]')).toBe('D01 · 区直机关工委');
    for (const at of ['units[7]', 'people[0]', 'constructor[0]', 'units']) expect(saidAt(file, at)).toBe('');
  });
});
