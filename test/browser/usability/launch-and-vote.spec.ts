import { Client } from 'pg';
import { counted, tabTo } from '../clicks';
import { accessibilityFaults } from '../chromium';
import { client } from '../demo-world';
import { openAs, PHONE, visit } from '../looks';
import { demoStage, LONG } from '../stage';

describe('launching and voting', () => {
  const stage = demoStage();

  const launched = async (account: string): Promise<number> => {
    const secretary = await client(stage.world, account);
    const { body } = await secretary.get<{ items: readonly unknown[] }>('/api/campaigns');
    return body.items.length;
  };

  /** How much is owed in a campaign, what arises with its first day included: no list of today shows that yet. */
  const owedIn = async (code: string): Promise<number> => {
    const database = new Client({ connectionString: stage.world.ownerUrl });
    await database.connect();
    const { rows } = await database.query<{ count: string }>(
      'SELECT count(*) FROM obligation WHERE campaign_code = $1',
      [code],
    );
    await database.end();
    return Number(rows[0]?.count);
  };

  it(
    'U1: a campaign is launched from its template without a word to be typed',
    async () => {
      const { page, complaints } = await openAs(stage.browser, stage.world, 'branch4.secretary');
      const count = await counted(page);
      await visit(page, stage.world, '/todo');
      await page.getByRole('link', { name: '专项', exact: true }).click();
      await page.getByRole('link', { name: '发起专项' }).click();
      await page.getByRole('radio', { name: /平淡化随意化/ }).check();
      // Every step has the template's defaults: who wants none other goes to the burden, and from there to the end.
      await page.getByRole('link', { name: '5 负担与提醒' }).click();
      const burden = page.locator('[data-launch="burden"]');
      await burden.getByText(/^负担较轻。/).waitFor();
      await page.getByRole('link', { name: '下一步：核对并发起' }).click();
      await page.getByText('检查项68项，全部选用').waitFor();
      await burden.waitFor();
      const calendar = page.locator('[data-launch="calendar"]');
      await calendar.locator('table.month').waitFor();
      expect(Number(await calendar.getAttribute('data-count'))).toBeGreaterThan(10);
      const created = Number(await page.locator('[data-launch="created"]').getAttribute('data-count'));
      const asked = page.locator('input[aria-required="true"], textarea[aria-required="true"]');
      for (const field of await asked.all()) expect(await field.inputValue()).not.toBe('');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '发起专项' }).click();
      await page.getByRole('heading', { level: 1, name: /PDH-2026-B04/ }).waitFor();
      expect(count.clicks()).toBeLessThanOrEqual(16);
      expect(count.screens()).toBeLessThanOrEqual(6);
      expect(await launched('branch4.secretary')).toBe(1);
      expect(await owedIn('PDH-2026-B04')).toBe(created);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'each step of a launch shows what it decides, what is chosen is there after leaving, and nothing is sent before the end',
    async () => {
      const { page, complaints } = await openAs(stage.browser, stage.world, 'branch3.secretary');
      await visit(page, stage.world, '/c/new');
      await page.getByRole('radio', { name: /平淡化随意化/ }).check();
      const next = (name: string) => page.getByRole('link', { name: `下一步：${name}` }).click();
      const shown = async (text: string | RegExp): Promise<void> => {
        await page.getByText(text).first().waitFor();
        // Where a click had the page scrolled, its head lies over whatever is beneath it.
        await page.evaluate('scrollTo(0, 0)');
        expect(await accessibilityFaults(page)).toEqual([]);
      };
      await next('范围与人员');
      await shown('回答检查项：三会一课');
      await next('检查项');
      await shown('检查项68项，全部选用');
      await next('时间安排');
      await shown(/^8个阶段/);
      expect(await page.getByRole('columnheader', { name: '长度' }).count()).toBe(1);
      await page.getByRole('checkbox', { name: '动员部署' }).check();
      await shown(/^7个阶段/);
      const first = page.getByRole('textbox', { name: '开始日期' });
      await first.fill('2001-1-1');
      await page.getByRole('alert').first().waitFor();
      await first.fill('');
      await shown(/^7个阶段/);
      // The hint says how the day is understood and what becomes of a day off, in two pieces.
      await page.getByText(/\(周.\)；遇休息日顺延/).waitFor();
      const calendar = page.locator('[data-launch="calendar"]');
      const most = async () => Number(await calendar.getAttribute('data-most'));
      const spread = page.locator('[data-launch="spread"]');
      const full = await most();
      await spread.getByText(/^排查答复可改为.*分散完成/).waitFor();
      await spread.getByRole('button', { name: '采用' }).click();
      await spread.getByText(/^排查答复已改为.*分散完成/).waitFor();
      expect(await most()).toBeLessThan(full);
      await spread.getByRole('button', { name: '恢复原样' }).click();
      await spread.getByText(/^排查答复可改为/).waitFor();
      expect(await most()).toBe(full);
      await spread.getByRole('button', { name: '采用' }).click();
      await shown(/^排查答复已改为/);
      await next('负担与提醒');
      const messages = page.locator('[data-launch="messages"]');
      await messages.getByText('逐条预览').click();
      const told = Number(
        /一周内最多(\d+)条/.exec(await page.locator('[data-launch="burden"]').innerText())?.[1],
      );
      expect(await messages.locator('tbody tr').count()).toBe(told);
      await shown('逐条预览');
      // Every mail by its minute: the digest of whom it goes to.
      const minutes = /\d+月\d+日 08:(3[3-9]|4\d|5[0-7])/;
      for (const row of await messages.locator('tbody tr').all())
        expect(await row.innerText()).toMatch(minutes);
      await page.getByText(/^第一周的消息：.*条（.*）/).waitFor();
      await page
        .locator('[data-launch="materials"]')
        .getByText(/查看的记录\d+种/)
        .waitFor();
      await page.getByRole('link', { name: '待办' }).first().click();
      await page.getByRole('link', { name: '专项', exact: true }).click();
      await page.getByRole('link', { name: '继续发起专项' }).click();
      await page.getByRole('link', { name: '6 核对并发起' }).click();
      await shown(/不设的阶段：动员部署/);
      await page.getByText(/^排查答复已改为/).waitFor();
      await page.getByText(/第一条消息\d+月\d+日 08:\d\d发出。/).waitFor();
      const ends = page.getByRole('navigation', { name: '上一步和下一步' });
      const [go, back] = await Promise.all([
        ends.getByRole('button', { name: '发起专项' }).boundingBox(),
        ends.getByRole('link', { name: '上一步：负担与提醒' }).boundingBox(),
      ]);
      expect(back && go && back.y < go.y + go.height && go.y < back.y + back.height).toBe(true);
      // Another template asks for a pledge.
      await page.getByRole('link', { name: '1 模板' }).click();
      await page.getByRole('radio', { name: /纪律作风/ }).check();
      await page.getByRole('link', { name: '5 负担与提醒' }).click();
      await shown(/要新写的材料1份：承诺书文本/);
      expect(await launched('branch3.secretary')).toBe(0);
      expect(complaints.filter((each) => !each.includes('launch-campaign'))).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'a campaign is launched by the keyboard alone',
    async () => {
      const { page } = await openAs(stage.browser, stage.world, 'branch5.secretary');
      const count = await counted(page);
      await visit(page, stage.world, '/todo');
      await tabTo(page, page.getByRole('link', { name: '专项', exact: true }));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('link', { name: '发起专项' }));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('radio').first());
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('link', { name: '6 核对并发起' }));
      await page.keyboard.press('Enter');
      const launch = page.getByRole('button', { name: '发起专项' });
      await tabTo(page, launch);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /-2026-B05/ }).waitFor();
      expect({ clicks: count.clicks(), launched: await launched('branch5.secretary') }).toEqual({
        clicks: 0,
        launched: 1,
      });
      await page.context().close();
    },
    LONG,
  );

  it.each([
    {
      name: 'U4: a member votes on 24 proposals on a phone',
      account: 'branch2.publicitymember',
      keys: false,
    },
    { name: 'a member votes by the keyboard alone', account: 'branch2.disciplinemember', keys: true },
  ])(
    '$name, and is not asked again',
    async ({ account, keys }) => {
      const member = await client(stage.world, account);
      const vote = (await member.todo()).find(({ kind }) => kind === 'castVote');
      const { page } = await openAs(stage.browser, stage.world, account, keys ? { name: 'plain' } : PHONE);
      const count = await counted(page);
      await visit(page, stage.world, `/t/${vote?.id ?? ''}`);
      const choice = page.getByRole('radio', { name: '赞成', exact: true });
      if (keys) {
        await tabTo(page, page.getByRole('radio').first());
        await page.keyboard.press('Space');
        await page.keyboard.press('Control+Enter');
      } else {
        await choice.check();
        await page.getByRole('button', { name: '确认表决' }).click();
      }
      await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      expect(count.clicks()).toBeLessThanOrEqual(keys ? 0 : 6);
      expect(count.screens()).toBeLessThanOrEqual(2);
      expect((await member.todo()).filter(({ kind }) => kind === 'castVote')).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.context().close();
    },
    LONG,
  );
});
