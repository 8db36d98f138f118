import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUDGET, sizesOfBuild, type SizeName, type Sizes } from '../bench/web/sizes';

const file = path.resolve(__dirname, '..', 'bench', 'web', 'baseline.json');
const baseline = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<SizeName, number>>;
const GROWTH = 1.05;
const names = Object.keys(BUDGET) as readonly SizeName[];

/** Needs the built pages, no browser. A page that grew on purpose: `WEB_BASELINE=write npx jest test/browser/sizes`. */
describe('what the pages weigh, compressed', () => {
  let sizes: Sizes;
  beforeAll(() => {
    sizes = sizesOfBuild();
    if (process.env['WEB_BASELINE'] !== 'write') return;
    const numbers = Object.fromEntries(names.map((name) => [name, sizes[name]]));
    writeFileSync(file, `${JSON.stringify(numbers, null, 2)}\n`);
  });

  it.each(names)('%s is within its budget', (name) => expect(sizes[name]).toBeLessThanOrEqual(BUDGET[name]));

  it.each(names)('%s has not grown by more than a twentieth', (name) =>
    expect(sizes[name]).toBeLessThanOrEqual(baseline[name] * GROWTH),
  );

  it('signing in comes without antd', () => expect(sizes.signInHasAntd).toBe(false));
});
