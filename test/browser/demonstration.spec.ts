import { addDays } from '@rectify/domain';
import type { Locator } from 'playwright-core';
import { demoPeople } from '../../apps/api/demo/organisation';
import { signIn, type OfferedObligation } from '../harness/client';
import { eventually } from '../harness/wait';
import { accessibilityFaults } from './chromium';
import {
  DEMO_PASSWORD,
  startDelivering,
  startDemonstration,
  type Delivering,
  type Demonstration,
} from './demonstration';

/** Where the demonstration stops. */
const TODAY = '2026-06-10';
const CONTACT = '党建办 "内线8012"';
/** Each wait is for a state; this is for a busy machine, on which a walk stops at every moment at which somebody looks. */
const WALK_MS = 240_000;

/** What a visitor is shown first: the same matter through another's eyes, time that goes on, and reminders that arrive. */
describe('the demonstration in the browser', () => {
  let world: Demonstration;
  let delivering: Delivering;

  beforeAll(async () => {
    world = await startDemonstration({ HELP_CONTACT: CONTACT });
    delivering = await startDelivering(world);
  }, 300_000);
  afterAll(async () => {
    await world?.stop();
    await delivering?.stop();
  });

  /** Who of the branch owes something that is not late yet, the soonest due first. */
  const soonestDue = async (): Promise<{ account: string; owed: OfferedObligation }> => {
    const found: { account: string; owed: OfferedObligation }[] = [];
    for (const account of ['zuzhi', 'jijian', 'xuanchuan']) {
      const todo = await (await signIn(() => world.stack.url, account, DEMO_PASSWORD)).todo();
      found.push(...todo.filter(({ dueOn }) => dueOn > TODAY).map((owed) => ({ account, owed })));
    }
    const [first] = found.sort((a, b) => a.owed.dueOn.localeCompare(b.owed.dueOn));
    if (!first) throw new Error('nobody owes anything that is not late');
    return first;
  };
  const nameOf = (account: string): string =>
    demoPeople.find((person) => person.account === account)?.name ?? '';

  it('its people who could not be read are asked for again, signed in or not', async () => {
    const { page } = await world.enter('shuji');
    const accounts = '**/api/demo/accounts';
    const comesAfterRetry = async (path: string, open: () => Promise<void>, what: Locator) => {
      await page.route(accounts, (route) => route.fulfill({ status: 503 }));
      await page.goto(`${world.web}${path}`);
      await open();
      const retry = page.getByRole('alert').getByRole('button', { name: '重试' });
      await retry.waitFor();
      await page.unroute(accounts);
      await retry.click();
      await what.waitFor();
    };
    const menu = page.getByRole('button', { name: new RegExp(nameOf('shuji')) });
    await comesAfterRetry('/todo', () => menu.click(), page.getByLabel('换一个人看'));
    await page.context().clearCookies();
    const list = page.getByRole('region', { name: '演示账号' });
    await comesAfterRetry('/sign-in', () => Promise.resolve(), list);
    await page.context().close();
  }, 120_000);

  it(
    'the person is switched, the clock goes on, and what falls due is reminded of, mailed and turns red',
    async () => {
      const { account, owed } = await soonestDue();
      const { page, complaints } = await world.enter('shuji');
      // Whom one asks stands in the same corner before and behind signing in.
      await page.getByRole('contentinfo').getByText(`需要帮助：${CONTACT}`).waitFor();
      await page.getByRole('button', { name: new RegExp(nameOf('shuji')) }).click();
      await page.getByLabel('换一个人看').selectOption(account);
      await page.getByRole('button', { name: '以此人登录' }).click();
      await page.getByRole('button', { name: new RegExp(nameOf(account)) }).waitFor();
      const row = page.locator(`li[data-id="${owed.id}"]`);
      await row.waitFor();
      const light = row.locator('[data-light]').first();
      expect(await light.getAttribute('data-light')).toMatch(/^(normal|soon|today)$/);

      await page.getByRole('button', { name: '演示日期 6月10日' }).click();
      await page.getByRole('textbox', { name: '前进到哪一天' }).fill(addDays(owed.dueOn, 5));
      await page.getByRole('button', { name: /^前进到/ }).click();
      const arrived = page.locator('[data-arrived]');
      await arrived.waitFor({ timeout: WALK_MS });
      expect(Number(await arrived.getAttribute('data-arrived'))).toBeGreaterThan(0);
      expect(await arrived.locator('li').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('邮件')]),
      );
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await row.locator('[data-light="overdue"]').waitFor();

      const address = `${account}@rectify.invalid`;
      const letters = await eventually(
        () => {
          const own = delivering.smtp.mails.filter(({ to }) => to.includes(address));
          return own.some(({ text }) => text.includes('逾期')) && own;
        },
        { timeoutMs: 30_000, what: `a letter to ${address} that says what is late` },
      );
      expect(letters.some(({ text }) => text.includes(nameOf(account)))).toBe(true);

      // The secretary sees that letters leave, from whom, and no address of any server.
      await page.goto(`${world.web}/settings/channels`);
      const email = page.locator('[data-channel-state="email"]');
      await email.getByText('已启用').waitFor();
      expect(await email.innerText()).toMatch(/rectify@example\.test[\s\S]*已送出/);
      expect(await page.locator('body').innerText()).not.toContain(delivering.smtp.url);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    WALK_MS + 180_000,
  );

  it('a way of looking at the ledger that is kept here is met at another desk', async () => {
    const { page } = await world.enter('shuji');
    const other = (await world.enter('shuji')).page;
    await page.goto(`${world.web}/ledger?light=overdue`);
    await page.getByRole('button', { name: /^常用/ }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('逾期的');
    await page.getByRole('button', { name: '保存为常用' }).click();
    await page.getByRole('link', { name: '逾期的', exact: true }).waitFor();
    await other.goto(`${world.web}/ledger`);
    await other.getByRole('button', { name: /^常用/ }).click();
    await other.getByRole('link', { name: '逾期的', exact: true }).click();
    await other.waitForURL(/light=overdue/);
  }, 120_000);

  it('a session that ends under a form is asked for again, and what was typed is there still', async () => {
    const { page } = await world.enter('zuzhi');
    const row = page.locator('li[data-obligation="finishMeasure"]').first();
    await row.locator('.todo-verb').click();
    const card = page.locator('[data-action="FinishMeasure"]');
    await card.getByRole('textbox').first().fill('制度已修订并印发');
    const { pathname } = new URL(page.url());
    await page.context().clearCookies();
    await card.getByRole('button', { name: '确认办结' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await page.getByRole('textbox', { name: '账号' }).fill('zuzhi');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(`${world.web}${pathname}`);
    await card.getByRole('textbox').first().waitFor();
    expect(await card.getByRole('textbox').first().inputValue()).toBe('制度已修订并印发');
  }, 120_000);
});
