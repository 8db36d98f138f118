import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applicationStatus, httpStatus, problemCodes, statusOf } from '@rectify/contracts';
import {
  calendarObligationKinds,
  directoryObligationKinds,
  dutyKinds,
  obligationKinds,
  refusals,
  shippedTemplates,
  type ObligationKind,
  type RefusalCode,
} from '@rectify/domain';

const root = path.resolve(__dirname, '../..');
const document = readFileSync(path.join(root, 'docs/names.md'), 'utf8');

/** The rows of the tables under one heading, each cell as it stands. */
const rowsOf = (heading: string): string[][] => {
  const section = document.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(2, -2).split(' | '));
};
const named = (text: string): string[] => [...text.matchAll(/`([A-Za-z_]+)`/g)].map(([, name]) => name ?? '');
const firstCells = (heading: string): string[] => rowsOf(heading).flatMap(([cell = '']) => named(cell));
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** The names of all messages that files of this ending declare: `Message<'Name', …>`. */
const declared = (...endings: readonly string[]): string[] =>
  readdirSync(path.join(root, 'libs/domain'), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('dist') && endings.some((ending) => file.endsWith(ending)))
    .flatMap((file) => [
      ...readFileSync(path.join(root, 'libs/domain', file), 'utf8').matchAll(/Message<\s*'(\w+)'/g),
    ])
    .map(([, name]) => name ?? '');

const campaign = 'A campaign';
const organisation = 'The organisation';

describe('RR1.1 docs/names.md names what the code names, and nothing else', () => {
  it('every command', () => {
    expect(sorted([...firstCells(campaign), ...firstCells(organisation)])).toEqual(
      sorted(declared('.commands.ts', '.decider.ts')),
    );
  });

  it('every event', () => {
    const events = [...rowsOf(campaign), ...rowsOf(organisation)].flatMap(([, cell = '']) => named(cell));
    expect(sorted([...events, 'ObligationsDated'])).toEqual(sorted(declared('.events.ts')));
    expect(document).toContain('`ObligationsDated`');
  });

  it('every obligation, in the order of the code, and those that commands discharge', () => {
    expect(firstCells('Obligations')).toEqual([...obligationKinds]);
    const discharged = rowsOf(campaign).flatMap(([, , cell = '']) => named(cell));
    expect(sorted(discharged)).toEqual(sorted(obligationKinds));
    expect(firstCells('Owed by the installation')).toEqual([
      ...calendarObligationKinds,
      ...directoryObligationKinds,
    ]);
  });

  it('the ladder and the limit of every obligation as they ship', () => {
    for (const { handlingLimits, ladders } of shippedTemplates()) {
      const written = rowsOf('Obligations').map(([kind = '', ladder, limit]) => [
        named(kind)[0],
        ladder,
        limit,
      ]);
      const shipped = obligationKinds.map((kind) => [
        kind,
        ladderName(ladders.byKind, kind),
        limitText(handlingLimits[kind]),
      ]);
      expect(written).toEqual(shipped);
    }
  });

  it('every duty', () => {
    expect(firstCells('Duties')).toEqual([...dutyKinds]);
  });

  it('every code with its kind and status', () => {
    const written = rowsOf('Codes').map(([code = '', kind, status]) => [
      named(code)[0],
      kind,
      Number(status),
    ]);
    expect(written).toEqual(problemCodes.map((code) => [code, kindOf(code), statusOf(code)]));
    expect(
      rowsOf('Codes').every(({ length, 3: meaning }) => length === 4 && (meaning ?? '').length > 10),
    ).toBe(true);
  });
});

const ladderName = (
  byKind: Readonly<Record<string, readonly string[]>>,
  kind: ObligationKind,
): string | undefined => Object.keys(byKind).find((ladder) => byKind[ladder]?.includes(kind));

const limitText = (limit: unknown): string => {
  if (typeof limit === 'object') return `${(limit as { n: number }).n} wd`;
  const dates: Record<string, string> = {
    stageEnd: 'end of the stage',
    'measure.dueOn': 'the measure’s date',
    'problem.dueOn': 'the problem’s date',
    'activity.dueOn': 'the planned day',
    'pledge.dueOn': 'end of the year',
  };
  return (dates[String(limit)] ?? '').replace('’', "'");
};

const kindOf = (code: string): string => {
  if (Object.hasOwn(refusals, code)) return refusals[code as RefusalCode];
  if (Object.hasOwn(applicationStatus, code)) return 'write path';
  return Object.hasOwn(httpStatus, code) ? 'http' : 'nowhere';
};
