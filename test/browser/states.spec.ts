import type { Locator, Page } from 'playwright-core';
import { eventually } from '../harness/wait';
import { accessibilityFaults } from './chromium';
import { TITLES, whoOwes } from './demo-world';
import { openAs, visit } from './looks';
import { panel } from './desk';
import { demoStage, LONG } from './stage';

/** Who one is and which day it is came with the page; everything else is asked for by the page itself. */
const KNOWN = /\/api\/(me|clock|events|session|demo)\b/;

/** As the api tells of a fault of its own. */
const FAULT = {
  ...{ type: 'urn:rectify:problem:internal', title: 'Internal', status: 500, code: 'INTERNAL' },
  ...{ detail: '出现意外情况', texts: { zh: '出现意外情况', en: 'Something unexpected happened' } },
  instance: 'urn:uuid:0199a5b0-7c00-7000-8000-00000000abcd',
};
const NUMBER = FAULT.instance.replace('urn:uuid:', '');

/** Where `but` is given, the addresses that it fits alone. */
const answersNothing = (page: Page, but?: RegExp): Promise<unknown> =>
  page.route('**/api/**', (route) =>
    (but ? !but.test(route.request().url()) : KNOWN.test(route.request().url()))
      ? route.continue()
      : route.fulfill({
          status: FAULT.status,
          contentType: 'application/problem+json',
          body: JSON.stringify(FAULT),
        }),
  );

/** Whether it comes. */
const isSaid = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 30_000 }).then(
    () => true,
    () => false,
  );

/** How a page looks whose readings fail; servers that die are killed in faults.spec.ts. */
describe('a page whose answers do not arrive', () => {
  const stage = demoStage();

  it(
    'says so, with a way to ask again, and never that there is nothing or no such page',
    async () => {
      const { running } = stage.world;
      const problem = running.problems[TITLES.closed] ?? '';
      const paths = [
        '/todo',
        '/todo?box=done',
        '/c',
        `/c/${running.code}`,
        ...['screening', 'review', 'ledger', 'calendar', 'lookback', 'docs', 'log'].map(
          (tab) => `/c/${running.code}/${tab}`,
        ),
        '/ledger',
        '/calendar',
        `/p/${problem}`,
        `/search?q=${encodeURIComponent('谈心谈话')}`,
        `/print/ledger?code=${running.code}`,
        `/print/lists?code=${running.code}`,
        `/print/problem?code=${problem}`,
        `/audit?code=${running.code}`,
        ...['', '/start', '/import', '/delegation', '/calendar', '/channels', '/templates'].map(
          (page) => `/settings${page}`,
        ),
        '/account',
      ];
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      await answersNothing(page);
      const silent: string[] = [];
      for (const path of paths) {
        await page.goto(`${stage.world.web}${path}`);
        const retry = page.getByRole('alert').getByRole('button', { name: '重试' }).first();
        if (!(await isSaid(retry))) silent.push(path);
        expect([path, await page.getByText('没有这一页').count()]).toEqual([path, 0]);
      }
      expect(silent).toEqual([]);

      // Asked again, it is there: no reload, nothing lost.
      await page.goto(`${stage.world.web}/c/${running.code}`);
      const retry = page.getByRole('alert').getByRole('button', { name: '重试' });
      await retry.first().waitFor();
      await page.unroute('**/api/**');
      await eventually(
        async () => {
          if ((await retry.count()) > 0) await retry.first().click();
          return (await page.locator('[data-stage]').count()) > 0;
        },
        { timeoutMs: 60_000, what: 'the campaign after asking again' },
      );
      await page.context().close();
    },
    LONG,
  );

  it(
    'says it in each part of the account, where an empty list would say that nothing is open in one’s name',
    async () => {
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      await visit(page, stage.world, '/account');
      const parts = ['两步验证', '已登录的浏览器', '程序用的令牌', '帮人重设密码'];
      for (const part of parts)
        expect([part, await panel(page, part).getByRole('alert').count()]).toEqual([part, 0]);
      await answersNothing(page);
      await page.reload();
      for (const part of parts) await panel(page, part).getByRole('button', { name: '重试' }).waitFor();
      // Whether identities can be linked at all is not known either.
      await page.getByRole('alert').nth(parts.length).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.unroute('**/api/**');
      await panel(page, '已登录的浏览器').getByRole('button', { name: '重试' }).click();
      await panel(page, '已登录的浏览器').getByText('正在使用').waitFor();
      await page.context().close();
    },
    LONG,
  );

  it(
    'says it where one part alone is missing, and where a form is made from what did not arrive',
    async () => {
      const { world, browser } = stage;
      const found = encodeURIComponent('谈心谈话');
      const { account, id } = await whoOwes(world, 'finishMeasure', TITLES.late);
      const parts = [
        ['secretary', `/search?q=${found}`, /\/api\/campaigns\?/],
        ['secretary', `/c/${world.running.code}`, /\/summary/],
        ['secretary', '/ledger', /\/api\/obligations\?/],
        ['secretary', '/settings/start', /\/api\/people/],
        ['above', '/c', /\/api\/campaigns\?limit=1$/],
        ['above', '/settings/calendar', /\/api\/units/],
        [account, `/t/${id}`, /\/api\/campaigns\/[^/]+\/problems/],
      ] as const;
      const silent: string[] = [];
      for (const [role, path, missing] of parts) {
        const { page } = await openAs(browser, world, role);
        await answersNothing(page, missing);
        await page.goto(`${world.web}${path}`);
        if (!(await isSaid(page.locator(`[data-event-number="${NUMBER}"]`).first()))) silent.push(path);
        expect([path, await page.getByText(/没有找到|没有这一页/).count()]).toEqual([path, 0]);
        await page.context().close();
      }
      expect(silent).toEqual([]);
    },
    LONG,
  );

  it(
    'shows by which number the operator finds it; where the browser does not copy, it is chosen',
    async () => {
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      // As on plain http, where a browser has none.
      await page.addInitScript({ content: 'delete Navigator.prototype.clipboard' });
      await answersNothing(page);
      await page.goto(`${stage.world.web}/settings/templates`);
      const note = page.locator(`[data-event-number="${NUMBER}"]`);
      await note.getByText(NUMBER).waitFor();
      await note.getByRole('button', { name: '复制' }).click();
      await eventually(async () => (await page.evaluate('String(getSelection())')) === NUMBER, {
        what: 'the number chosen',
      });
      await page.setViewportSize({ width: 320, height: 640 });
      const wider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(wider)).toBe(false);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.context().close();
    },
    LONG,
  );
});
