import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { endRun } from '../harness/run-folder';
import { launchChromium } from './chromium';
import { demoWorld } from './demo-world';
import { LOOKS, openAs, PHONE, PLAIN, screensOf, visit } from './screens';

/** npm run shots [words of names]: pictures of every screen in every look, to be looked at. Needs `npm run build`, a Chromium. */
const folder = path.resolve(__dirname, '..', 'artifacts', 'shots');
const wanted = process.argv.slice(2);

const main = async (): Promise<void> => {
  const world = await demoWorld();
  const browser = await launchChromium();
  mkdirSync(folder, { recursive: true });
  const screens = (await screensOf(world)).filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  for (const look of [PLAIN, ...LOOKS, PHONE])
    for (const { name, role, path: address } of screens) {
      const { page } = await openAs(browser, world, role, look);
      await visit(page, world, address);
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
