import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The requirements of levels 1 and 2 in ASVS 5.0.0, by section: `6.5:1-3` is 6.5.1, 6.5.2 and 6.5.3. */
const REQUIREMENTS = `
  1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2
  2.1:1-3 2.2:1-3 2.3:1-4 2.4:1
  3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2
  4.1:1-3 4.2:1 4.3:1-2 4.4:1-4
  5.1:1 5.2:1-3 5.3:1-2 5.4:1-3
  6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4
  7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2
  8.1:1-2 8.2:1-3 8.3:1 8.4:1
  9.1:1-3 9.2:1-4
  10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3
  11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1
  12.1:1-3 12.2:1-2 12.3:1-4
  13.1:1 13.2:1-5 13.3:1-2 13.4:1-5
  14.1:1-2 14.2:1-4 14.3:1-3
  15.1:1-3 15.2:1-3 15.3:1-7
  16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3
  17.1:1 17.2:1-4 17.3:1-2`;

const requirements = (REQUIREMENTS.match(/\S+/g) ?? []).flatMap((section) => {
  const [name = '', from = 0, to = from] = section.split(/[:-]/);
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${name}.${Number(from) + n}`);
});

/** A requirement without a test has a reason, and it begins with one of these. */
const REASON = /^(By document|Not here|The site|Not yet): .{5,}/;

interface Row {
  readonly id: string;
  readonly shownBy: string;
}

const rowsOf = (document: string): readonly Row[] =>
  document.split('\n').flatMap((line) => {
    const match = /^\| (\d+\.\d+\.\d+) \| [12] \| [^|]+ \| ([^|]+) \|$/.exec(line);
    return match ? [{ id: match[1] ?? '', shownBy: match[2] ?? '' }] : [];
  });

/** Files stand in backticks, and have a folder. */
const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, file]) => file ?? '');

const faultsOf = (rows: readonly Row[], exists: (file: string) => boolean): readonly string[] => [
  ...requirements.filter((id) => !rows.some((row) => row.id === id)).map((id) => `${id} is missing`),
  ...rows
    .filter(({ id }, at) => rows.findIndex((row) => row.id === id) !== at)
    .map(({ id }) => `${id} twice`),
  ...rows.filter(({ id }) => !requirements.includes(id)).map(({ id }) => `${id} is none of the standard's`),
  ...rows.flatMap(({ id, shownBy }) =>
    filesIn(shownBy)
      .filter((file) => !exists(file))
      .map((file) => `${id} names ${file}, which is not there`),
  ),
  ...rows
    .filter(
      ({ shownBy }) => !REASON.test(shownBy) && !filesIn(shownBy).some((file) => file.endsWith('.spec.ts')),
    )
    .map(({ id }) => `${id} has neither a test nor a reason`),
];

describe('docs/asvs.md', () => {
  const document = readFileSync(path.join(root, 'docs/asvs.md'), 'utf8');

  it('shows each requirement of levels 1 and 2 once, by a test that is there or a reason', () => {
    expect(requirements).toHaveLength(253);
    expect(faultsOf(rowsOf(document), (file) => existsSync(path.join(root, file)))).toEqual([]);
  });

  it('is read whole: no row is passed over for how it is written', () => {
    const rows = document.split('\n').filter((line) => /^\| \d/.test(line));
    expect(rowsOf(document)).toHaveLength(rows.length);
  });

  it('would not pass with a row less, one twice, one of its own, a file that is gone or an empty reason', () => {
    const rows = rowsOf(document);
    const [first = { id: '', shownBy: '' }] = rows;
    const there = (file: string) => file !== 'test/api/gone.spec.ts';
    const faults = (changed: readonly Row[]) => faultsOf(changed, there);
    expect(faults(rows.slice(1))).toEqual([`${first.id} is missing`]);
    expect(faults([...rows, first])).toEqual([`${first.id} twice`]);
    expect(faults([...rows, { id: '1.1.3', shownBy: 'Not here: at level 3' }])).toEqual([
      "1.1.3 is none of the standard's",
    ]);
    const instead = (shownBy: string) => faults([{ ...first, shownBy }, ...rows.slice(1)]);
    expect(instead('`test/api/gone.spec.ts`')).toEqual([
      `${first.id} names test/api/gone.spec.ts, which is not there`,
    ]);
    for (const empty of ['', 'Not yet: ', 'later', '`docs/rules.md`'])
      expect(instead(empty)).toEqual([`${first.id} has neither a test nor a reason`]);
  });
});
