import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { endRun } from '../harness/run-folder';
import { launchChromium } from './chromium';
import { demoWorld } from './demo-world';
import { openAs, LOOKS, PHONE, PLAIN, visit, type Look } from './looks';
import { screensOf } from './screens';
import { statesOf } from './shot-states';

/**
 * npm run shots -- [words of names or kinds] [--look dark --look phone]: pictures of every screen, and of the states that
 * no screen shows by itself, in every look, to be looked at. Needs `npm run build`, a Chromium.
 */
const folder = path.resolve(__dirname, '..', 'artifacts', 'shots');
const { positionals: words, values } = parseArgs({
  allowPositionals: true,
  options: { look: { type: 'string', multiple: true } },
});

const PHONES: readonly Look[] = [
  PHONE,
  // Whose owner reads large: the narrowest there is.
  { ...PHONE, name: 'large phone', size: 'large' },
  { ...PHONE, name: 'English phone', language: 'en' },
  { ...PHONE, name: 'dark phone', scheme: 'dark' },
];
const looks = [PLAIN, ...LOOKS, ...PHONES].filter(({ name }) => !values.look || values.look.includes(name));

const isWanted = ({ name, kind }: { name: string; kind: string }): boolean =>
  words.length === 0 || words.some((word) => name.includes(word) || kind === word);

const main = async (): Promise<void> => {
  const world = await demoWorld();
  const browser = await launchChromium();
  mkdirSync(folder, { recursive: true });
  const shown = (await screensOf(world)).map((screen) => ({
    ...screen,
    make: (page: Page) => visit(page, world, screen.path),
  }));
  const wanted = [...shown, ...statesOf(world)].filter(isWanted);
  for (const look of looks)
    for (const { name, role, make } of wanted) {
      const { page } = await openAs(browser, world, role, look);
      // One that cannot be made does not keep the others from being seen.
      await make(page, world).catch((error: unknown) => console.error(`${name}, ${look.name}:`, error));
      const file = `${name} - ${look.name}`.replace(/[^a-z0-9]+/gi, '-');
      await page.screenshot({ path: path.join(folder, `${file}.png`), fullPage: true });
      await page.context().close();
    }
  await browser.close();
};

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => endRun(process.pid).then(() => process.exit()));
