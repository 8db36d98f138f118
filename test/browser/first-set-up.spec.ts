import type { Browser, Page } from 'playwright-core';
import { setFirstDay } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { eventually } from '../harness/wait';
import { accessibilityFaults, launchChromium, openPage } from './chromium';

/** An empty installation becomes somebody's by one form and the code on the server's console. */
describe('the first set-up in the browser', () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    await setFirstDay(ownerUrl);
    stack = await startStack({ ownerUrl, webs: 1 });
    browser = await launchChromium();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('registers the top unit and its secretary, and signs them in', async () => {
    const opened = await openPage(browser);
    const { complaints } = opened;
    page = opened.page;
    await page.goto(`${stack.urls.web[0]}/sign-in`);
    await page.getByRole('heading', { level: 1, name: '首次启用' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const fill = async (values: Record<string, string>): Promise<void> => {
      for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
    };
    await fill({
      单位名称: '区直机关工委',
      单位编号: 'D01',
      书记姓名: '沈致远',
      登录账号: 'gongwei',
      密码: 'a long enough password',
    });
    await fill({ 一次性启用码: '000000' });
    await page.getByRole('button', { name: '登记并登录' }).click();
    await page.locator('[data-refusal="WRONG_SETUP_CODE"]').waitFor();

    const code = await eventually(
      () =>
        stack
          .output('api')
          .flatMap((line) => /setup code: (\S+)/.exec(line)?.slice(1) ?? [])
          .at(-1),
      { what: 'the one-time code' },
    );
    await fill({ 一次性启用码: code });
    await page.getByRole('button', { name: '登记并登录' }).click();
    // The first steps come before the first campaign; the years that ship are there already.
    await page.getByRole('heading', { level: 1, name: '启用步骤' }).waitFor();
    await page.locator('[data-step="calendar"][data-done]').waitFor();
    await page.locator('[data-step="mail"]').getByText('还没有启用任何渠道').waitFor();
    await page.locator('[data-step="people"][aria-current="step"]').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '人员与职务' }).waitFor();
    await page.getByText('空缺').first().waitFor();
    await page.getByRole('link', { name: /^待办/ }).click();
    await page.getByText('现在没有要办的').waitFor();
    await page.getByRole('button', { name: /沈致远/ }).waitFor();
    // The first campaign begins with one press on its template.
    await page.getByRole('link', { name: '专项', exact: true }).click();
    await page.locator('[data-template]').nth(2).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-template="discipline-conduct"]').click();
    await page.getByRole('heading', { level: 2, name: '第2步，共6步：范围与人员' }).waitFor();
    await page.getByRole('link', { name: '1 模板' }).click();
    expect(await page.getByRole('radio', { name: /纪律作风/ }).isChecked()).toBe(true);
    expect(complaints.filter((complaint) => !/status of (403|404)/.test(complaint))).toEqual([]);
  }, 120_000);

  it('before anything was done every page says what will appear, and leads on', async () => {
    for (const path of [
      ...['', '?box=waiting', '?box=done'].map((box) => `/todo${box}`),
      ...['/ledger', '/calendar?view=list', '/audit', '/audit/verify'],
      ...[`/search?q=${encodeURIComponent('查无此事')}`, '/settings', '/settings/channels'],
    ]) {
      await page.goto(`${stack.urls.web[0]}${path}`);
      const empty = page.locator('[data-empty]');
      await empty.first().waitFor();
      for (const each of await empty.all()) {
        expect([path, await each.innerText()]).toEqual([path, expect.stringContaining('。')]);
        expect([path, await each.getByRole('link').count()]).toEqual([path, 1]);
      }
      expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
    }
  }, 120_000);
});
