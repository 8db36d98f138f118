import type { Page } from 'playwright-core';
import { demoStage, LONG } from './stage';
import { openAs, visit } from './looks';
import { openPage } from './chromium';

/** WCAG 1.4.12, as a stylesheet of the reader's own. */
const SPACED = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;

/** Beyond the window's edge, and texts that are cut off. What hides a text on purpose has no room at all; a bar's name in the Gantt stands in the table below it. */
const LOST = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const cut = [...document.querySelectorAll('body *')].filter((each) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(each);
    return [overflowX, overflowY].includes('hidden') && clipPath === 'none' && !each.closest('[aria-hidden="true"]') &&
      (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
  });
  return [...(scrollWidth > clientWidth ? ['the page is wider than its window'] : []), ...cut.map((each) => 'cut off: ' + each.outerHTML.slice(0, 120))];
})()`;

/** Goes to all that the keyboard reaches: what shows no ring, or is under something that stays where it is. */
const UNSEEN = `(() => {
  const inner = (each) => each.closest('.choice') ?? each;
  const reached = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((each) => each.getClientRects().length > 0 && !each.disabled && each.tabIndex >= 0);
  return reached.flatMap((each) => {
    each.focus();
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(inner(each));
    const ring = [outlineWidth, outlineStyle, outlineOffset].join(' ');
    const { left, top, width, height } = each.getBoundingClientRect();
    const at = document.elementFromPoint(left + Math.min(width, 40) / 2, top + Math.min(height, 40) / 2);
    const isCovered = at === null || !(inner(each).contains(at) || at.contains(each));
    const told = each.outerHTML.slice(0, 120);
    return [...(ring === '3px solid 2px' ? [] : [ring + ': ' + told]), ...(isCovered ? ['covered by ' + (at?.className ?? 'nothing') + ': ' + told] : [])];
  });
})()`;

/** What the frame of every page promises. */
const FRAME = `(() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const { right } = document.querySelector('footer.help').getBoundingClientRect();
  return {
    h1: count('h1'), header: count('#root > header'), main: count('main'), help: count('#root > footer.help'),
    results: count('[role="status"], [aria-live]'), unnamed: count('table:not(:has(caption)), th:not([scope]), nav:not([aria-label])'),
    byHovering: count('[title]'), helpEndsAt: right,
  };
})()`;

/** The longest transition or animation, in seconds. */
const MOTION = `Math.max(...[...document.querySelectorAll('*')].flatMap((each) => {
  const { transitionDuration, animationDuration } = getComputedStyle(each);
  return (transitionDuration + ',' + animationDuration).split(',').map(parseFloat);
}))`;

describe('whoever reads otherwise than with a mouse on a large screen', () => {
  const stage = demoStage();
  const told = async (page: Page, what: string): Promise<string[]> => page.evaluate<string[]>(what);
  /** One screen of each shape: a grid, a chart with its table, cards, forms, paper, rows. */
  const addresses = (): readonly string[] => {
    const { code } = stage.world.running;
    return [
      '/calendar?month=2026-06',
      `/c/${code}/calendar`,
      `/c/${code}`,
      `/audit?code=${code}`,
      '/settings',
      `/print/ledger?code=${code}&paper=A3`,
      '/todo',
    ];
  };

  it(
    'meets the same frame on every page, sees where the focus is, and loses nothing where there is little room (1.4.4, 1.4.10, 1.4.12, 1.4.13, 2.4.7, 2.4.11, 3.2.6, 4.1.3)',
    async () => {
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      const at = (width: number, height: number) => page.setViewportSize({ width, height });
      const helpEndsAt = new Set<unknown>();
      for (const address of addresses()) {
        await at(1366, 768);
        await visit(page, stage.world, address);
        const { helpEndsAt: end, ...frame } = await page.evaluate<Record<string, unknown>>(FRAME);
        helpEndsAt.add(end);
        await page.keyboard.press('Tab');
        const unseen = await told(page, UNSEEN);
        await at(320, 640);
        const unseenOnPhone = await told(page, UNSEEN);
        const lostOnPhone = await told(page, LOST);
        await page.evaluate(SPACED);
        const lostWhereSpaced = await told(page, LOST);
        // 1366 × 768 at 200 %.
        await at(683, 384);
        const lostWhereLarge = await told(page, LOST);
        expect({
          address,
          frame,
          unseen,
          unseenOnPhone,
          lostOnPhone,
          lostWhereSpaced,
          lostWhereLarge,
        }).toEqual({
          address,
          frame: { h1: 1, header: 1, main: 1, help: 1, results: 1, unnamed: 0, byHovering: 0 },
          ...{ unseen: [], unseenOnPhone: [] },
          ...{ lostOnPhone: [], lostWhereSpaced: [], lostWhereLarge: [] },
        });
      }
      expect(helpEndsAt.size).toBe(1);
      await page.context().close();
    },
    LONG,
  );

  it('hears from the window’s title how much is late', async () => {
    const { page } = await openAs(stage.browser, stage.world, 'owner');
    await visit(page, stage.world, '/todo');
    const late = await page.locator('li[data-obligation] [data-light="overdue"]').count();
    expect(late).toBeGreaterThan(0);
    expect(await page.title()).toBe(`逾期${late}·我的待办 - 整改`);
    await page.context().close();
  });

  it('is led to what is missing, by one list and at each field (3.3.1)', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(`${stage.world.web}/sign-in`);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    const faults = page.locator('[data-faults="2"]');
    await faults.waitFor();
    const account = page.getByRole('textbox', { name: '账号' });
    expect(await account.and(page.locator(':focus')).count()).toBe(1);
    const described = await account.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe('必填，请补上。');
    await faults.getByRole('button', { name: '密码' }).click();
    await page.keyboard.type('x');
    await faults.waitFor({ state: 'detached' });
    expect(await page.getByLabel('密码').inputValue()).toBe('x');
    await page.context().close();
  });

  it('meets movement of at most 120 ms, and none where they asked for none', async () => {
    const { page } = await openAs(stage.browser, stage.world, 'secretary');
    await visit(page, stage.world, '/todo');
    expect(await page.evaluate<number>(MOTION)).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const longest = await page.evaluate<number>(MOTION);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(0.12);
    await page.context().close();
  });
});
