import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { crawl, nothing } from './crawl';
import { demoWorld, type DemoWorld } from './demo-world';
import { LOOKS, MORE_LOOKS, PHONE, PLAIN } from './looks';
import { ROLES, type Role } from './roles';
import { screensOf, type Screen } from './screens';

const LONG = 600_000;
/** `npm run test:browser:all`: every screen in every look and to everybody; otherwise one of each kind. */
const isAll = process.env['BROWSER_ALL'] === '1';

/** Axe, the words, the secret and the markup of ux, over every screen. */
describe('every screen', () => {
  let world: DemoWorld;
  let browser: Browser;
  let screens: readonly Screen[];

  beforeAll(async () => {
    world = await demoWorld();
    screens = await screensOf(world);
    browser = await launchChromium();
  }, LONG);
  afterAll(() => browser?.close());

  const oneOfEach = (): Screen[] =>
    screens.filter(({ kind }, index) => screens.findIndex((each) => each.kind === kind) === index);
  /** Every address, asked for by everybody. */
  const everybody = (): Screen[] => {
    const inside = screens.filter(({ role }) => role !== null);
    return (Object.keys(ROLES) as Role[]).flatMap((role) =>
      inside.map((screen) => ({ ...screen, name: `${screen.name}, to ${role}`, role })),
    );
  };

  it(
    'is fit for everybody and keeps its secrets in light and Chinese',
    async () => expect(await crawl(browser, world, screens, PLAIN)).toEqual([]),
    LONG,
  );

  it.each([...LOOKS, PHONE, ...(isAll ? MORE_LOOKS : [])])(
    'is fit for everybody: $name',
    async (look) => expect(await crawl(browser, world, isAll ? screens : oneOfEach(), look)).toEqual([]),
    2 * LONG,
  );

  if (isAll)
    it(
      'keeps its secrets from everybody',
      async () => expect(await crawl(browser, world, everybody(), PLAIN, nothing)).toEqual([]),
      6 * LONG,
    );
});
