import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { signIn } from '../harness/client';
import { fiveStages } from '../harness/launch';
import { PASSWORD, type Branch } from '../harness/organisation';
import { examine, panel, recorded, startDesk, type Desk } from './desk';
import { signInAs, type Person } from './person';

const branchOf = ({ organisation: { branches } }: Desk): Branch => {
  const [branch] = branches;
  if (!branch) throw new Error('there is no branch');
  return branch;
};

/** A plan that changes, news that comes, and how somebody likes to see both. */
describe("a secretary's desk in the browser", () => {
  let desk: Desk;
  let lead: Person;

  beforeAll(async () => {
    desk = await startDesk();
  }, 120_000);

  afterAll(() => desk?.stop());

  it('a plan is re-dated and re-planned once what it moves was shown', async () => {
    const branch = branchOf(desk);
    const body = { ...fiveStages, unitId: branch.unitId, startOn: '2026-03-09' };
    const { id } = (await branch.secretary.command('/api/campaigns', body)).body;
    const { code } = (await branch.secretary.get<{ code: string }>(`/api/campaigns/${String(id)}`)).body;
    lead = await signInAs(desk.browser, desk.web, 'branch1.secretary', PASSWORD);
    await lead.page.goto(`${desk.web}/c/${code}`);
    const plan = panel(lead.page, '调整计划');
    await plan.getByRole('button', { name: '调整日期' }).click();
    const end = plan.getByRole('textbox', { name: '总结 结束' });
    const summaryEnds = (await end.count()) > 0 ? end : plan.getByRole('textbox', { name: /结束$/ }).last();
    await summaryEnds.fill('2026-12-31');
    await plan.locator('[data-preview="1"]').waitFor();
    await plan.getByRole('textbox', { name: '理由' }).fill('年底统一安排');
    await examine(lead.page);
    await plan.getByRole('button', { name: '确认调整日期' }).click();
    await recorded(lead.page, '调整阶段日期');
    await plan.getByRole('button', { name: '调整方案' }).click();
    await plan.getByLabel('改哪项的办理时限').selectOption({ label: '审核整改方案' });
    await plan.getByRole('textbox', { name: '时限', exact: true }).fill('7');
    await plan.locator('[data-preview="1"]').waitFor();
    await plan.getByRole('textbox', { name: '理由' }).fill('人手不足');
    await plan.getByRole('button', { name: '确认调整方案' }).click();
    await recorded(lead.page, '调整方案');
  }, 60_000);

  it('news comes by itself: the badge counts it, and rows come when they are asked for', async () => {
    const branch = branchOf(desk);
    const { district } = desk.organisation;
    const account = async (name: string) =>
      String(
        (await district.secretary.command('/api/accounts', { account: name, password: PASSWORD, name })).body[
          'personId'
        ],
      );
    const directory = '/api/directories/main/commands';
    const [keeper, fresh] = [await account('keeper'), await account('fresh')];
    await district.secretary.command(`${directory}/name-administrator`, { personId: keeper });
    const administrator = await signIn(() => desk.stack.url, 'keeper', PASSWORD);
    const propose = (post: string) =>
      administrator.command(`${directory}/propose-appointment`, {
        ...{ proposalId: randomUUID(), unitId: branch.unitId, post, personId: fresh },
      });
    const list = lead.page;
    await list.goto(`${desk.web}/todo`);
    await list.getByText('现在没有要办的').waitFor();
    await propose('member');
    await list.getByText('有1项新待办').waitFor();
    expect(await list.locator('li[data-obligation]').count()).toBe(0);
    await list.getByRole('button', { name: '显示', exact: true }).click();
    await list.locator('li[data-obligation="confirmAppointment"]').waitFor();
    await list.getByText('有1项新待办').waitFor({ state: 'detached' });
    await list.getByRole('link', { name: '专项' }).click();
    await propose('groupLeader');
    await list.getByRole('link', { name: /^待办\s*2$/ }).waitFor();
  }, 60_000);

  it('what somebody chose to see is theirs at a desk that another uses too', async () => {
    const { page } = lead;
    const chosen = () =>
      page.evaluate<Record<string, string>>(`(({ dataset, style, lang }) => ({
        size: dataset.size, scheme: style.colorScheme, normal: style.getPropertyValue('--normal'), lang,
      }))(document.documentElement)`);
    const display = page.getByRole('button', { name: /^外观/ });
    await display.click();
    for (const name of ['大字', '深色', '蓝橙红']) await page.getByRole('radio', { name }).check();
    await examine(page);
    const own = { size: 'large', scheme: 'dark', normal: '#8fbcff', lang: 'zh-CN' };
    expect(await chosen()).toEqual(own);
    await page.keyboard.press('Escape');
    const signOut = async (who: RegExp, words: readonly [string, string]) => {
      await page.getByRole('button', { name: who }).click();
      await page.getByRole('button', { name: words[0] }).click();
      await page.getByRole('heading', { level: 1, name: words[1] }).waitFor();
    };
    const enter = async (account: string) => {
      await page.getByRole('textbox', { name: '账号' }).fill(account);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    };
    await signOut(/第1支部书记/, ['退出登录', '登录']);
    await enter('branch1.disciplinemember');
    await page.getByRole('button', { name: /^外观/ }).click();
    for (const name of ['标准', '浅色', '绿黄红']) await page.getByRole('radio', { name }).check();
    await page.keyboard.press('Escape');
    expect(await chosen()).toMatchObject({ size: 'normal', scheme: 'light', normal: '#1e6b34' });
    await signOut(/第1支部纪检委员/, ['退出登录', '登录']);
    await enter('branch1.secretary');
    await page.waitForFunction(`document.documentElement.dataset.size === 'large'`);
    expect(await chosen()).toEqual(own);
    expect(lead.complaints.filter((each) => !/status of (401|403|404|409)/.test(each))).toEqual([]);
  }, 60_000);

  it('what somebody chose to see is theirs at another desk too', async () => {
    const at = async (): Promise<Page> =>
      (await signInAs(desk.browser, desk.web, 'branch1.secretary', PASSWORD)).page;
    const looks = (page: Page, size: string) =>
      page.waitForFunction(
        `document.documentElement.dataset.size === '${size}' && document.documentElement.style.colorScheme === 'dark'`,
      );
    const other = await at();
    await looks(other, 'large');
    const kept = other.waitForResponse(`${desk.web}/api/me/preferences`);
    await other.getByRole('button', { name: '大字' }).click();
    expect((await kept).status()).toBe(204);
    await other.context().close();
    const third = await at();
    await looks(third, 'normal');
    await third.context().close();
  }, 60_000);

  it('single keys can be switched off, and are dead while characters are composed', async () => {
    const { page } = lead;
    /** Whether the page took the key: what it takes it takes from the browser. */
    const takes = (more = '') =>
      page.evaluate<boolean>(
        `!document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true, ${more} }))`,
      );
    await page.goto(`${desk.web}/keys`);
    await page.getByRole('button', { name: '关闭单键' }).waitFor();
    expect([await takes(), await takes('isComposing: true'), await takes('ctrlKey: true')]).toEqual([
      true,
      false,
      false,
    ]);
    await page.getByRole('button', { name: '关闭单键' }).click();
    await page.getByRole('button', { name: '开启单键' }).waitFor();
    expect(await takes()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: '开启单键' }).click();
    await page.getByRole('button', { name: '关闭单键' }).waitFor();
    expect(await takes()).toBe(true);
  }, 60_000);

  it('what takes its time is told of on every page until it is done, and takes nobody from where they went', async () => {
    const { page } = lead;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/campaigns', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await page.goto(`${desk.web}/c/new`);
    await page.getByRole('radio', { name: /庸俗化/ }).check();
    await page.getByRole('link', { name: '5 负担与提醒' }).click();
    await page.getByRole('link', { name: '下一步：核对并发起' }).click();
    await page.getByRole('button', { name: '发起专项' }).click();
    await page.getByRole('link', { name: '行事历', exact: true }).click();
    const running = page.locator('[data-work="running"]');
    await running.getByText('正在办理：发起专项').waitFor();
    await examine(page);
    letGo();
    await page.locator('[data-work="success"]').getByText('已办完：发起专项').waitFor();
    expect(new URL(page.url()).pathname).toBe('/calendar');
    await page.locator('[data-work="success"]').getByRole('button', { name: '收起' }).click();
    await page.locator('[data-work]').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '专项', exact: true }).click();
    await page.locator('tr[data-campaign], [data-campaign]').nth(1).waitFor();
    await page.unroute('**/api/campaigns');
  }, 60_000);

  it('a campaign that has ended is not among those under way: how many there are is said, and they are listed when asked for', async () => {
    const { secretary } = branchOf(desk);
    const { items } = (
      await secretary.get<{ items: { id: string; startOn: string; code: string }[] }>('/api/campaigns')
    ).body;
    const ends = items.find(({ startOn }) => startOn === '2026-03-09');
    await secretary.command(`/api/campaigns/${ends?.id}/commands/withdraw-launch`, {
      reason: '上级另有安排',
    });
    const { page } = lead;
    await page.goto(`${desk.web}/c`);
    const rows = page.locator('tr[data-campaign]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(items.length - 1);
    await page.getByRole('link', { name: '已结束1个' }).click();
    await page.locator(`tr[data-campaign="${ends?.code}"][data-status="withdrawn"]`).waitFor();
    expect([await rows.count(), new URL(page.url()).search]).toEqual([items.length, '?all=1']);
    await examine(page);
    await page.getByRole('link', { name: '只列进行中的' }).click();
    await rows.nth(items.length - 1).waitFor({ state: 'detached' });
  }, 60_000);

  it('five minutes before somebody is signed out they are told, and one button puts it off', async () => {
    const { page } = lead;
    await page.clock.install();
    await page.goto(`${desk.web}/todo`);
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    await page.getByRole('contentinfo').getByText('需要帮助').waitFor();
    expect(await page.locator('[data-session]').count()).toBe(0);
    await page.clock.fastForward('25:00');
    const note = page.locator('[data-session="idle"]');
    await note.getByText('已填的内容保存在草稿里').waitFor();
    await examine(page);
    await note.getByRole('button', { name: '继续使用' }).click();
    await note.waitFor({ state: 'detached' });
    expect(lead.complaints.filter((each) => !/status of (401|403|404|409)/.test(each))).toEqual([]);
  }, 60_000);

  it('the language is theirs at another desk too', async () => {
    const { page } = await signInAs(desk.browser, desk.web, 'branch1.disciplinemember', PASSWORD);
    const other = (await signInAs(desk.browser, desk.web, 'branch1.disciplinemember', PASSWORD)).page;
    const chosen = (at: Page) => at.waitForResponse(`${desk.web}/api/me/preferences`);
    const kept = chosen(page);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    expect((await kept).status()).toBe(204);
    await other.goto(`${desk.web}/todo`);
    await other.getByRole('heading', { level: 1, name: 'My to-do' }).waitFor();
    const back = chosen(other);
    await other.getByRole('button', { name: '中文' }).click();
    expect((await back).status()).toBe(204);
    await page.goto(`${desk.web}/todo`);
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
  }, 60_000);
});
