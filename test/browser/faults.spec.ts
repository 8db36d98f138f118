import type { Browser } from 'playwright-core';
import { startStack, type Stack } from '../harness/stack';
import { accessibilityFaults, launchChromium } from './chromium';
import { client, demoWorld, TITLES, whoOwes, type DemoWorld } from './demo-world';
import { openAs, visit } from './looks';

const LONG = 400_000;

/** Servers of its own on the same installation, so that they can be killed. What others of these specs need stays owed. */
describe('a server that dies under a form', () => {
  let world: DemoWorld;
  let stack: Stack;
  let browser: Browser;
  beforeAll(async () => {
    const shared = await demoWorld();
    stack = await startStack({ ownerUrl: shared.ownerUrl, webs: 1 });
    world = { ...shared, web: stack.urls.web[0] ?? '', api: stack.url };
    browser = await launchChromium();
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it(
    'loses nothing that was typed, says so with the number of the log, records nothing behind one’s back, and goes on where one was',
    async () => {
      const { account, id } = await whoOwes(world, 'finishMeasure', TITLES.late);
      const owed = async (): Promise<boolean> =>
        (await (await client(world, account)).todo()).some((each) => each.id === id);
      const { page } = await openAs(browser, world, account);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.web });
      await visit(page, world, `/t/${id}`);
      const card = page.locator('[data-action="FinishMeasure"]');
      await card.getByRole('textbox').fill('谈心谈话记录已补齐');
      await stack.kill('api');
      await card.getByRole('button', { name: '确认办结' }).click();
      const refusal = card.locator('[data-refusal="UNAVAILABLE"]');
      await refusal.waitFor();
      expect(await refusal.innerText()).toContain('已填内容还在');
      expect(await card.getByRole('textbox').inputValue()).toBe('谈心谈话记录已补齐');
      const number = (await refusal.locator('[data-event-number]').getAttribute('data-event-number')) ?? '';
      expect(stack.output('web').filter((line) => line.includes(`urn:uuid:${number}`))).toHaveLength(1);
      await refusal.getByRole('button', { name: '复制' }).click();
      await refusal.getByRole('button', { name: '已复制' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(number);
      expect(await accessibilityFaults(page)).toEqual([]);

      await stack.restart('api');
      expect(await owed()).toBe(true);
      await page.reload();
      await card.getByRole('textbox').waitFor();
      expect(await card.getByRole('textbox').inputValue()).toBe('谈心谈话记录已补齐');
      await page.getByRole('button', { name: '反馈进展', exact: true }).click();
      const report = page.locator('[data-action="ReportProgress"]');
      await report.getByRole('textbox').fill('谈心谈话记录正在补齐');
      await report.getByRole('button', { name: '提交进展' }).click();
      await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      expect(await owed()).toBe(true);
      await page.context().close();
    },
    LONG,
  );

  it(
    'as the pages’ own server does: what is shown stays, and the next try works',
    async () => {
      const { page } = await openAs(browser, world, 'secretary');
      await visit(page, world, '/todo');
      await stack.kill('web');
      await page.getByRole('link', { name: '等待他人', exact: true }).click();
      const failed = page.getByRole('alert').filter({ hasText: '已显示的保留' }).first();
      await failed.waitFor();
      await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
      // Nobody answered, so no log has it.
      expect(await page.locator('[data-event-number]').count()).toBe(0);
      await stack.restart('web');
      await failed.getByRole('button', { name: '重试' }).click();
      await failed.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: '专项', exact: true }).click();
      await page.getByText(world.running.code).first().waitFor();
      await page.context().close();
    },
    LONG,
  );
});
