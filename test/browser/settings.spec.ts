import type { Page } from 'playwright-core';
import { PASSWORD } from '../harness/organisation';
import { examine, panel, recorded, startDesk, type Desk } from './desk';
import { signInAs, type Person } from './person';

/** A made-up 2027, which nobody has announced. */
const YEAR = {
  year: 2027,
  status: 'official',
  notice: '为检验编的通知',
  off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  makeupWorkdays: ['2027-01-09'],
};

/** People and posts, the calendar and delegation, as a secretary and a member of the branch meet them. */
describe('the settings in the browser', () => {
  let desk: Desk;
  let secretary: Person;
  let page: Page;

  beforeAll(async () => {
    desk = await startDesk();
    secretary = await signInAs(desk.browser, desk.web, 'district.secretary', PASSWORD);
    ({ page } = secretary);
  }, 120_000);

  afterAll(() => desk?.stop());

  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('somebody leaves, the post is vacant, and a new person takes it with their account', async () => {
    await page.getByRole('link', { name: '设置' }).click();
    await heading('人员与职务');
    const seat = panel(page, /^第1支部/).locator('[data-post="organisationMember"]');
    await seat.getByRole('button', { name: '办理：第1支部组织委员' }).click();
    await examine(page);
    await seat.getByRole('button', { name: '登记离任' }).click();
    await seat.getByRole('button', { name: '确认离任' }).click();
    await recorded(page, '登记离任，第1支部组织委员');
    await seat.getByText('空缺').waitFor();
    const record = panel(page, '任职变动');
    await record.locator('[data-event="PersonLeft"]', { hasText: /离任，第1支部 组织委员任期/ }).waitFor();

    const form = panel(page, '新增人员');
    const fill = async (account: string) => {
      await form.getByRole('textbox', { name: '姓名' }).fill('方晓雯');
      await form.getByRole('textbox', { name: '登录账号' }).fill(account);
      await form.getByLabel('初始密码').fill(PASSWORD);
      await form.getByLabel('单位').selectOption({ label: '第1支部' });
      await form.getByLabel('职务').selectOption({ label: '组织委员' });
      await form.getByRole('button', { name: '开立账号' }).click();
    };
    await fill('branch1.secretary');
    await form.locator('[data-refusal="ACCOUNT_TAKEN"]').waitFor();
    await fill('fang.xiaowen');
    await form.getByText('已开立账号：fang.xiaowen。').waitFor();
    await seat.getByText('方晓雯').waitFor();
  }, 60_000);

  it('a post that has its holder is refused beside the button, and who was frozen comes back to the post', async () => {
    const branch = panel(page, /^第1支部/);
    await branch.getByRole('button', { name: '任命', exact: true }).click();
    const card = branch.locator('[data-action="AppointToPost"]');
    await card.getByLabel('职务').selectOption({ label: '书记' });
    await card.getByLabel('人员').selectOption({ label: '方晓雯·组织委员' });
    await card.getByRole('button', { name: '任命' }).click();
    await card.locator('[data-refusal="POST_TAKEN"]').waitFor();
    await card.getByRole('button', { name: '收起' }).click();
    const seat = branch.locator('[data-post="publicityMember"]');
    await seat.getByRole('button', { name: /^办理：/ }).click();
    await seat.getByRole('button', { name: '停职冻结' }).click();
    await seat.getByRole('button', { name: '确认冻结' }).click();
    await recorded(page, '停职冻结');
    await seat.getByText('空缺').waitFor();
    const frozen = panel(page, '没有担任职务的人员').locator('[data-standing="frozen"]');
    await frozen.getByRole('button', { name: /^办理：/ }).click();
    await frozen.getByRole('button', { name: '解除冻结', exact: true }).click();
    // The last of the readings that follow is not there yet when the list is.
    let letGo = (): void => undefined;
    const wait = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/tenures?*', async (route) => {
      await wait;
      await route.continue();
    });
    await frozen.getByRole('button', { name: '确认解除冻结' }).click();
    await seat.getByText('第1支部宣传委员').waitFor();
    await seat.getByRole('button', { name: /^办理：/ }).click();
    await seat.getByRole('button', { name: '加开账号' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.type('publicity');
    letGo();
    await recorded(page, '解除冻结');
    // Whoever goes on meanwhile is not taken away from what they type.
    await page.keyboard.type('.2');
    expect(await seat.getByRole('textbox', { name: '登录账号' }).inputValue()).toBe('publicity.2');
    await page.unroute('**/api/tenures?*');
  }, 60_000);

  it('what is opened and typed stays when the lists are read anew', async () => {
    const form = panel(page, '新增人员');
    await form.getByRole('textbox', { name: '姓名' }).fill('还没写完');
    const seat = panel(page, /^第1支部/).locator('[data-post="publicityMember"]');
    const field = seat.getByRole('textbox', { name: '登录账号' });
    expect(await field.inputValue()).toBe('publicity.2');
    const other = panel(page, /^第1支部/).locator('[data-post="disciplineMember"]');
    await other.getByRole('button', { name: /^办理：/ }).click();
    await other.getByRole('button', { name: '停职冻结' }).click();
    await other.getByRole('button', { name: '确认冻结' }).click();
    await recorded(page, '停职冻结');
    await other.getByText('空缺').waitFor();
    expect(await field.inputValue()).toBe('publicity.2');
    expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('还没写完');
    const frozen = panel(page, '没有担任职务的人员').locator('[data-standing="frozen"]');
    await frozen.getByRole('button', { name: /^办理：/ }).click();
    await frozen.getByRole('button', { name: '解除冻结', exact: true }).click();
    await frozen.getByRole('button', { name: '确认解除冻结' }).click();
    await recorded(page, '解除冻结');
    await other.getByText('第1支部纪检委员').waitFor();
    expect(await field.inputValue()).toBe('publicity.2');
  }, 60_000);

  it('somebody gets another account, whose password nobody knows, and it is closed', async () => {
    const seat = panel(page, /^第1支部/).locator('[data-post="publicityMember"]');
    const field = seat.getByRole('textbox', { name: '登录账号' });
    await field.fill('branch1.secretary');
    await seat.getByRole('button', { name: /^为.*加开账号$/ }).click();
    await seat.locator('[data-refusal="ACCOUNT_TAKEN"]').waitFor();
    await examine(page);
    await field.fill('publicity.2');
    await seat.getByRole('button', { name: /^为.*加开账号$/ }).click();
    await seat.getByText('已开立账号：publicity.2。').waitFor();
    await seat.getByRole('button', { name: '停用publicity.2' }).click();
    await seat.getByRole('button', { name: '停用账号publicity.2' }).click();
    await seat.getByText('账号publicity.2已停用。').waitFor();
    expect(await seat.getByRole('button', { name: '停用publicity.2' }).count()).toBe(0);
  }, 60_000);

  it('a year is imported after what it moves is shown; own days are set and taken back', async () => {
    await page.goto(`${desk.web}/settings/calendar?month=2027-01`);
    await heading('节假日');
    await page.locator('td[data-day="2027-01-01"][data-provisional]').waitFor();
    const years = panel(page, '各年放假安排');
    await years.getByRole('button', { name: '导入安排' }).click();
    await years.getByLabel('放假安排文件').setInputFiles({
      ...{ name: '2027.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(YEAR)),
    });
    await years.locator('[data-preview="0"]').waitFor();
    await years.getByRole('button', { name: '导入放假安排' }).click();
    await recorded(page, '导入放假安排');
    await page.locator('td[data-day="2027-01-01"][data-mark="off"]:not([data-provisional])').waitFor();
    await page.locator('td[data-day="2027-01-09"][data-mark="works"]').waitFor();
    await examine(page);

    const own = panel(page, '本单位另行安排');
    await own.getByRole('button', { name: '另行安排' }).first().click();
    await own.getByRole('radio', { name: '放假' }).check();
    await own.getByRole('textbox', { name: '哪一天', exact: true }).fill('2026-7-1');
    await own.getByRole('textbox', { name: '名称' }).fill('建党纪念日');
    await own.getByRole('textbox', { name: '理由' }).fill('统一安排');
    await own.getByRole('button', { name: '确认另行安排' }).click();
    const day = own.locator('[data-own-day="2026-07-01"]');
    await day.getByRole('button', { name: '撤回安排' }).click();
    await day.getByRole('textbox', { name: '理由' }).fill('改回');
    await day.getByRole('button', { name: '确认撤回安排' }).click();
    await own.getByText('没有另行安排的日子').waitFor();

    const hours = panel(page, '提醒发送时段');
    await hours.getByRole('button', { name: '调整时段' }).click();
    await hours.getByLabel('几点开始发').selectOption('09:00');
    await hours.getByRole('button', { name: '确认调整时段' }).click();
    await hours.getByText('工作日09:00至18:00').waitFor();
    for (const [path, title] of [
      ['channels', '提醒渠道'],
      ['templates', '专项模板'],
    ] as const) {
      await page.goto(`${desk.web}/settings/${path}`);
      await heading(title);
      await page
        .getByText(path === 'channels' ? '没有未能送达的提醒' : '发起专项')
        .first()
        .waitFor();
      if (path === 'channels') await page.getByText('负责发送的后台程序还没有启动过').waitFor();
      await examine(page);
    }
  }, 60_000);

  it('the organisation is imported from a file, whole or not at all, after each line was shown', async () => {
    await page.goto(`${desk.web}/settings`);
    await page.getByRole('link', { name: '导入组织' }).click();
    await heading('导入组织');
    const form = panel(page, '组织文件');
    const choose = (content: string) =>
      form.getByLabel('组织文件（JSON）').setInputFiles({
        ...{ name: 'organisation.json', mimeType: 'application/json' },
        buffer: Buffer.from(content),
      });
    const file = {
      format: 'rectify-organisation-1',
      units: [{ code: 'NEW-1', name: '新支部', parent: 'NOWHERE' }],
      people: [{ account: 'imported', name: '新来的' }],
      posts: [{ unit: 'NEW-1', post: 'secretary', person: 'imported', from: '2026-03-01' }],
    };
    await choose('not JSON');
    await form.getByText('这个文件不是JSON').waitFor();
    await choose(JSON.stringify({ ...file, people: [{ account: 'Not One', name: '某' }] }));
    await form.locator('[data-refusal="VALIDATION"]').getByText('people[0].account').waitFor();
    await choose(JSON.stringify(file));
    await form.locator('[data-outcome="refused"]').getByText('units[0].parent').waitFor();
    expect(await form.getByRole('button', { name: '全部导入' }).count()).toBe(0);
    await examine(page);
    await choose(JSON.stringify({ ...file, units: [{ code: 'NEW-1', name: '新支部', parent: 'D01' }] }));
    await form.locator('[data-preview="0"]').waitFor();
    expect(await form.locator('[data-outcome="added"]').count()).toBe(3);
    await form.getByRole('button', { name: '全部导入' }).click();
    await page.getByText('已导入。').waitFor();
    await page.goto(`${desk.web}/settings`);
    await panel(page, /^新支部/)
      .getByText('新来的')
      .waitFor();
  }, 60_000);

  it('a secretary lets somebody inspect the unit for a while, and ends it', async () => {
    await page.goto(`${desk.web}/settings/delegation`);
    const grants = panel(page, '查阅授权');
    await grants.getByText('没有生效的查阅授权').waitFor();
    await grants.getByRole('button', { name: '授权查阅' }).click();
    await grants.getByRole('button', { name: '确认授权' }).click();
    expect(await grants.getByText('必填，请补上。').count()).toBe(4);
    await grants.getByLabel('授权给').selectOption({ index: 1 });
    await grants.getByRole('radio', { name: '问题、原因、措施和意见' }).check();
    // From the top: what the sticky head half covers counts as a target too small to be met.
    await page.evaluate('window.scrollTo(0, 0)');
    await examine(page);
    await grants.getByRole('textbox', { name: '结束日期' }).fill('2026-3-20');
    await grants.getByRole('textbox', { name: '理由' }).fill('巡察组查阅');
    await grants.getByRole('button', { name: '确认授权' }).click();
    await recorded(page, '授权查阅');
    const given = grants.locator('[data-grant]');
    await given.getByRole('button', { name: '撤销查阅' }).click();
    await given.getByRole('button', { name: '确认撤销' }).click();
    await grants.getByText('没有生效的查阅授权').waitFor();
  }, 60_000);

  it('who holds a post entrusts some of it, and reads the people of the unit without a button', async () => {
    const deputy = await signInAs(desk.browser, desk.web, 'branch1.deputysecretary', PASSWORD);
    await deputy.page.goto(`${desk.web}/settings`);
    await deputy.page.getByText('这里只能查看').waitFor();
    expect(await deputy.page.getByRole('button', { name: /^办理：|任命/ }).count()).toBe(0);
    await deputy.page.getByRole('link', { name: '委托与离岗' }).click();
    const own = panel(deputy.page, '委托');
    await own.getByRole('button', { name: '委托他人' }).click();
    await own.getByLabel('委托给').selectOption({ label: '第1支部纪检委员·纪检委员' });
    await own.getByRole('checkbox', { name: '审核通过' }).check();
    await examine(deputy.page);
    await own.getByRole('textbox', { name: '结束日期' }).fill('2026-3-20');
    await own.getByRole('textbox', { name: '理由' }).fill('外出学习');
    await own.getByRole('button', { name: '确认委托' }).click();
    await recorded(deputy.page, '委托');
    const given = own.locator('[data-delegation]');
    await given.getByRole('button', { name: '终止委托' }).click();
    await given.getByRole('button', { name: '确认终止委托' }).click();
    await own.getByText('没有生效或将生效的委托').waitFor();
    for (const { complaints } of [secretary, deputy])
      expect(complaints.filter((each) => !/status of (400|403|404|409)/.test(each))).toEqual([]);
  }, 60_000);
});
