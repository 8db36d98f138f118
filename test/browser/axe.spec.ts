import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, launchChromium } from './chromium';
import { demoWorld, type DemoWorld } from './demo-world';
import { LOOKS, openAs, PHONE, PLAIN, screensOf, visit, type Look, type Role, type Screen } from './screens';

const LONG = 600_000;
/** `npm run test:browser:all`: every screen in every look; otherwise one of each kind. */
const isAll = process.env['BROWSER_ALL'] === '1';

describe('axe', () => {
  let world: DemoWorld;
  let browser: Browser;
  let screens: readonly Screen[];

  beforeAll(async () => {
    world = await demoWorld();
    screens = await screensOf(world);
    browser = await launchChromium();
  }, LONG);
  afterAll(() => browser?.close());

  /** One page a role: what axe finds on each screen, by the screen's name. */
  const examine = async (wanted: readonly Screen[], look: Look): Promise<Record<string, string[]>> => {
    const pages = new Map<Role | null, Page>();
    const found: Record<string, string[]> = {};
    for (const { name, role, path } of wanted) {
      const page = pages.get(role) ?? (await openAs(browser, world, role, look)).page;
      pages.set(role, page);
      await visit(page, world, path);
      const faults = await accessibilityFaults(page);
      if (faults.length > 0) found[name] = faults;
    }
    for (const page of pages.values()) await page.context().close();
    return found;
  };
  const oneOfEach = (): Screen[] =>
    screens.filter(({ kind }, index) => screens.findIndex((each) => each.kind === kind) === index);

  it(
    'finds nothing on any screen in light and Chinese',
    async () => expect(await examine(screens, PLAIN)).toEqual({}),
    LONG,
  );

  it.each([...LOOKS, PHONE])(
    'finds nothing: $name',
    async (look) => expect(await examine(isAll ? screens : oneOfEach(), look)).toEqual({}),
    LONG,
  );
});
