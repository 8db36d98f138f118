import { shippedTemplates } from '@rectify/domain';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from './chromium';
import { MARKUP, SECRET, type DemoWorld } from './demo-world';
import { openAs, visit, type Look } from './looks';
import type { Role } from './roles';
import type { Screen } from './screens';

/** Words of a system that watches and ranks people. They may stand in check items and in what people wrote, nowhere else. */
export const FORBIDDEN = ['排名', '积分', '登录次数', '在线时长', '已读', '打卡'];

/** What was found wrong on one screen, as whom. */
export interface Finding {
  readonly screen: string;
  readonly what: string;
}

/** What is asked about may be just such a thing: the check items' own words are not the pages'. */
const ITEM_TEXTS = shippedTemplates().flatMap(({ aspects }) =>
  aspects.flatMap(({ items }) => items.map(({ text }) => text)),
);

const OWN_WORDS = `[...document.querySelectorAll('h1,h2,h3,th,dt,button,a,label,legend,nav,caption,[data-label],[aria-label],[title]')]
  .map((each) => [each.textContent, each.getAttribute('data-label'), each.getAttribute('aria-label'), each.title].join(' ')).join('\\n')`;

/** What is wrong on a page by the rules of a library. */
type Examine = (page: Page) => Promise<readonly string[]>;
export const nothing: Examine = () => Promise.resolve([]);

/**
 * Walks through screens, one page for each person, and tells what is wrong on the way: what axe finds, forbidden words, a
 * secret that shows, markup that came alive, a policy that was broken, a complaint of the page.
 */
export const crawl = async (
  browser: Browser,
  world: DemoWorld,
  screens: readonly Screen[],
  look: Look,
  examine: Examine = accessibilityFaults,
): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const pages = new Map<Role | null, { page: Page; complaints: readonly string[] }>();
  let screen = '';
  const tell = (what: string): void => void findings.push({ screen, what });
  for (const each of screens) {
    screen = `${each.name}, ${look.name}`;
    const open = pages.get(each.role) ?? (await openWatched(browser, world, each.role, look, tell));
    pages.set(each.role, open);
    const told = open.complaints.length;
    await visit(open.page, world, each.path);
    for (const fault of await examine(open.page)) tell(fault);
    await words(open.page, tell);
    for (const complaint of open.complaints.slice(told)) if (!isExpected(complaint)) tell(complaint);
  }
  for (const { page } of pages.values()) await page.context().close();
  return findings;
};

/** That nobody is signed in, or that there is no such thing for this reader, is reported as a failed request. */
const isExpected = (complaint: string): boolean => /status of (401|403|404)/.test(complaint);

const openWatched = async (
  browser: Browser,
  world: DemoWorld,
  role: Role | null,
  look: Look,
  tell: (what: string) => void,
): Promise<{ page: Page; complaints: readonly string[] }> => {
  const opened = await openAs(browser, world, role, look);
  const { page } = opened;
  page.on('dialog', (dialog) => {
    tell(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return;
    response.text().then(
      (text) => text.includes(SECRET) && tell(`the secret is in the answer of ${response.url()}`),
      // The page was left meanwhile.
      () => undefined,
    );
  });
  return opened;
};

const words = async (page: Page, tell: (what: string) => void): Promise<void> => {
  const html = await page.content();
  if (html.includes(SECRET)) tell('the secret is on the page');
  if ((await page.locator('img[src="x"], #root script, iframe').count()) > 0)
    tell('what somebody typed became an element');
  let own = String(await page.evaluate(OWN_WORDS)).replaceAll(MARKUP, '');
  for (const text of ITEM_TEXTS) own = own.replaceAll(text, '');
  for (const word of FORBIDDEN) if (own.includes(word)) tell(`the word ${word}`);
};
