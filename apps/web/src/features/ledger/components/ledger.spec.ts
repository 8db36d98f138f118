import { LIMITS } from '@rectify/contracts';
import type { Column } from '../../../shared/ui/data-table';
import { isCut, roomsOf } from './room';
import { windowOf } from './window';
import { keptViews, LONGEST_NAME, MOST_SAVED, readViews, withSaved } from './saved-views';

describe('the rows in sight', () => {
  it('are those of the place scrolled to and some around them, never outside the list', () => {
    expect(windowOf(0, 600, 48, 2000)).toEqual({ from: 0, to: 20 });
    expect(windowOf(48_000, 600, 48, 2000)).toEqual({ from: 996, to: 1020 });
    expect(windowOf(95_400, 600, 48, 2000)).toEqual({ from: 1980, to: 2000 });
    expect(windowOf(0, 600, 48, 3)).toEqual({ from: 0, to: 3 });
  });

  it('stay the same for a few rows of scrolling', () => {
    expect(windowOf(48_100, 600, 48, 2000)).toEqual(windowOf(48_010, 600, 48, 2000));
    expect(windowOf(48_240, 600, 48, 2000)).toEqual({ from: 1000, to: 1024 });
  });
});

describe('the room of a column', () => {
  const column = (label: string, kind: 'short' | 'number' | undefined, cell: (text: string) => unknown) =>
    ({ key: label, label, kind, cell }) as Column<string>;

  it('is that of its longest text, within bounds; a text that is longer is cut off', () => {
    const long = '整'.repeat(40);
    const columns = [
      column('状态', 'short', (text) => text),
      column('问题', undefined, () => long),
      column('灯', 'short', () => null),
    ];
    const rooms = roomsOf(columns, ['整改中', '方案待审']);
    expect(rooms).toEqual([4, 15, 3]);
    expect(isCut('方案待审', rooms[0] ?? 0)).toBe(false);
    expect(isCut('方案待审·重开', rooms[0] ?? 0)).toBe(true);
    expect(isCut(long, rooms[1] ?? 0)).toBe(true);
    expect(isCut('7月3日', 4)).toBe(false);
  });
});

describe('saved views', () => {
  it('are read as far as they are understood, and kept without what is not asked for', () => {
    expect(readViews(undefined)).toEqual([]);
    const kept = [{ name: '逾期的', search: { light: 'overdue', sort: 'nonsense' } }];
    expect(readViews(kept)).toEqual([{ name: '逾期的', search: { light: 'overdue' } }]);
    const search = { light: 'overdue', cols: undefined } as const;
    expect(Object.keys(keptViews([{ name: '甲', search }])[0]?.search ?? {})).toEqual(['light']);
  });

  it('are at most ten, one a name, the latest first', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ name: `${n}`, search: {} })).reduce(withSaved, [
      { name: 'first', search: {} },
    ] as ReturnType<typeof readViews>);
    expect(many).toHaveLength(MOST_SAVED);
    expect({ MOST_SAVED, LONGEST_NAME }).toEqual({
      MOST_SAVED: LIMITS.preferences.views,
      LONGEST_NAME: LIMITS.preferences.viewName,
    });
    expect(many[0]?.name).toBe('11');
    const again = withSaved(many, { name: '5', search: { light: 'done' } });
    expect(again.filter(({ name }) => name === '5')).toEqual([{ name: '5', search: { light: 'done' } }]);
  });
});
