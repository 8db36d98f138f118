import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const assets = path.resolve(__dirname, '..', '..', 'apps', 'web', 'dist', 'assets');
const builtOf = (kind: string) =>
  readdirSync(assets)
    .filter((file) => file.endsWith(kind))
    .map((file) => ({ file, text: readFileSync(path.join(assets, file), 'utf8') }));

/**
 * Younger than Chrome 87, and not brought along by shared/lib/oldest-browsers.ts. What a page only looks a little better by
 * (`text-wrap`, `field-sizing`) is no part of it.
 */
const YOUNGER = {
  '.js': [
    ...['structuredClone(', '.findLast(', '.findLastIndex(', '.toSorted(', '.toReversed(', '.toSpliced('],
    ...['randomUUID(', 'Object.groupBy(', 'Array.fromAsync(', 'withResolvers(', 'AbortSignal.timeout('],
    ...['AbortSignal.any(', 'Intl.Segmenter', 'static{', '.isWellFormed('],
  ],
  '.css': [
    ...[':has(', '@container', '@layer', 'color-mix(', 'dvh', 'svh', 'subgrid', '@scope'],
    ...['oklch(', ':user-invalid', 'margin-trim', 'light-dark('],
  ],
} as const;

/** Needs the built pages, no browser. */
describe('the built pages, on the oldest browsers', () => {
  it.each(Object.entries(YOUNGER))('use nothing that Chrome 87 lacks: %s', (kind, names) => {
    const built = builtOf(kind);
    expect(built.length).toBeGreaterThan(0);
    const found = built.flatMap(({ file, text }) =>
      names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});
