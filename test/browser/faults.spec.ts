import type { Browser } from 'playwright-core';
import { startStack, type Stack } from '../harness/stack';
import { launchChromium } from './chromium';
import { demoWorld, TITLES, whoOwes, type DemoWorld } from './demo-world';
import { openAs, visit } from './screens';

const LONG = 400_000;

/** A server of its own on the same installation, so that it can be killed. */
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
    'loses nothing that was typed, says so, records nothing behind one’s back, and goes on where one was',
    async () => {
      const { account, id } = await whoOwes(world, 'finishMeasure', TITLES.late);
      const { page } = await openAs(browser, world, account);
      await visit(page, world, `/t/${id}`);
      const card = page.locator('[data-action="FinishMeasure"]');
      await card.getByRole('textbox').fill('谈心谈话记录已补齐');
      await stack.kill('api');
      await card.getByRole('button', { name: '确认办结' }).click();
      const refusal = card.locator('[data-refusal="UNAVAILABLE"]');
      await refusal.waitFor();
      expect(await refusal.innerText()).toContain('已填内容还在');
      expect(await card.getByRole('textbox').inputValue()).toBe('谈心谈话记录已补齐');

      await stack.restart('api');
      expect((await whoOwes(world, 'finishMeasure', TITLES.late)).id).toBe(id);
      await page.reload();
      expect(await card.getByRole('textbox').inputValue()).toBe('谈心谈话记录已补齐');
      await card.getByRole('button', { name: '确认办结' }).click();
      await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();

      // The pages' own server, with a page open: what is shown stays, and the next try works.
      await visit(page, world, '/todo');
      await stack.kill('web');
      await page.getByRole('link', { name: '专项', exact: true }).click();
      await stack.restart('web');
      await visit(page, world, '/c');
      await page.getByText(world.running.code).first().waitFor();
      await page.context().close();
    },
    LONG,
  );
});
