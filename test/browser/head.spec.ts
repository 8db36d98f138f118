import { openAs, PHONE, visit, type Look } from './looks';
import { demoStage, LONG } from './stage';

const looks: readonly Look[] = [
  PHONE,
  { ...PHONE, name: 'phone, large', size: 'large' },
  { ...PHONE, name: 'phone, English', language: 'en' },
  { ...PHONE, name: 'phone, large, English', size: 'large', language: 'en' },
];

/** What stands in the head beside each other; the navigation has its own place on a phone. */
const LINES = `(() => {
  const shown = [...document.querySelectorAll('.brand, .head-tools > *')].map((each) => each.getBoundingClientRect());
  const lines = [];
  for (const { top, bottom } of shown)
    if (!lines.some((line) => top < line.bottom && bottom > line.top)) lines.push({ top, bottom });
  return lines.length;
})()`;

describe('the head on a phone', () => {
  const stage = demoStage();

  it(
    'has three lines at most, also with the clock of a demonstration and the largest text',
    async () => {
      const lines: (readonly [string, number])[] = [];
      for (const look of looks) {
        const { page } = await openAs(stage.browser, stage.world, 'secretary', look);
        await visit(page, stage.world, '/keys');
        await page.locator('.head-tools > .search + .disclosure').waitFor();
        lines.push([look.name, await page.evaluate<number>(LINES)]);
        await page.context().close();
      }
      expect(lines.filter(([, count]) => count > 3)).toEqual([]);
    },
    LONG,
  );
});
