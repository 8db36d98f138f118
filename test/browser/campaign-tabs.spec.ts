import { addDays } from '@rectify/domain';
import { accessibilityFaults } from './chromium';
import { client, TITLES, whoOwes } from './demo-world';
import { openAs, PHONE, visit } from './looks';
import { ROLES } from './roles';
import { demoStage, LONG } from './stage';

interface Row {
  readonly code: string | null;
  readonly status: string;
  readonly plan: { readonly measures: readonly unknown[] } | null;
}

describe('a campaign by its tabs', () => {
  const stage = demoStage();

  it(
    'is read part by part, and its three lists are printed with every row',
    async () => {
      const { running, voting } = stage.world;
      const { page, complaints } = await openAs(stage.browser, stage.world, 'secretary');
      await visit(page, stage.world, `/c/${running.code}`);
      const tabs = page.getByRole('navigation', { name: '本专项' });
      await tabs.getByRole('link', { name: '排查' }).click();
      await page.locator('[data-item="B1-1"]').getByText('有此问题').waitFor();
      await tabs.getByRole('link', { name: '回头看' }).click();
      await page.getByText('还没有抽样').waitFor();
      await tabs.getByRole('link', { name: '会审' }).click();
      await page.locator('[data-vote="ProblemListConfirmed"]').first().waitFor();
      await tabs.getByRole('link', { name: '文书' }).click();
      await page.getByRole('link', { name: '三张清单' }).click();
      await page.locator('.sheet table').first().waitFor();
      const person = await client(stage.world, ROLES.secretary);
      const path = `/api/campaigns/${running.id}/problems?limit=200`;
      const all = (await person.get<{ items: readonly Row[] }>(path)).body.items;
      const listed = all.filter(
        ({ code, status }) => code !== null && !['merged', 'split', 'terminated'].includes(status),
      );
      const measures = listed.reduce((sum, { plan }) => sum + (plan?.measures.length ?? 0), 0);
      const counted = await Promise.all(
        [0, 1, 2].map((at) => page.locator('.sheet table').nth(at).locator('tbody tr').count()),
      );
      expect(counted).toEqual([listed.length, measures, listed.length]);
      expect(measures).toBeGreaterThan(0);
      expect(complaints).toEqual([]);

      const voter = await openAs(stage.browser, stage.world, 'otherSecretary');
      await visit(voter.page, stage.world, `/c/${voting.code}/review`);
      expect(await voter.page.locator('[data-vote-base]').innerText()).toMatch(/^应到\d+ · 已表决\d+$/);
      for (const each of [page, voter.page]) await each.context().close();
    },
    LONG,
  );

  it(
    'stands in one line however large the text is, with the present tab in sight and nothing else wider than the page',
    async () => {
      const { running } = stage.world;
      const look = { ...PHONE, name: 'phone, large', size: 'large' } as const;
      const { page } = await openAs(stage.browser, stage.world, 'secretary', look);
      const tabs = page.getByRole('navigation', { name: '本专项' });
      for (const [path, name] of [
        ['', '概览'],
        ['/ledger', '台账'],
        ['/log', '记录'],
      ] as const) {
        await visit(page, stage.world, `/c/${running.code}${path}`);
        const tops = await tabs
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
        expect([path, tops.length, new Set(tops).size]).toEqual([path, 8, 1]);
        const current = tabs.locator('[aria-current="page"]');
        expect(await current.innerText()).toBe(name);
        const [strip, at] = [await tabs.boundingBox(), await current.boundingBox()];
        if (!strip || !at) throw new Error('the tabs are on the page');
        expect(at.x).toBeGreaterThanOrEqual(strip.x);
        expect(at.x + at.width).toBeLessThanOrEqual(strip.x + strip.width);
        const wider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
        expect([path, await page.evaluate(wider)]).toEqual([path, false]);
      }
      // By the keyboard every tab is reached, and shown as it is.
      await tabs.getByRole('link', { name: '概览' }).focus();
      expect((await tabs.getByRole('link', { name: '概览' }).boundingBox())?.x).toBeGreaterThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'lists on its first tab what is to be put right, and says how much is not among it',
    async () => {
      const { running } = stage.world;
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      await visit(page, stage.world, `/c/${running.code}`);
      const person = await client(stage.world, ROLES.secretary);
      const path = `/api/campaigns/${running.id}/problems?limit=200`;
      const all = (await person.get<{ items: readonly Row[] }>(path)).body.items;
      const away = all.filter(({ status }) =>
        ['excluded', 'handedOver', 'merged', 'split', 'terminated'].includes(status),
      );
      expect(away.length).toBeGreaterThan(0);
      const ledger = page.locator('#ledger');
      expect(await ledger.locator('tbody tr').count()).toBe(all.length - away.length);
      const hidden = ledger.locator('[data-hidden]');
      expect(await hidden.getAttribute('data-hidden')).toBe(String(away.length));
      await hidden.getByRole('link', { name: '列出' }).click();
      const rows = page.locator('.ledger tbody tr');
      await rows.first().waitFor();
      expect(await rows.count()).toBe(away.length);
      await page.context().close();
    },
    LONG,
  );

  it(
    'leads whom an extension waits for to its decision, and others to its problem',
    async () => {
      const { world, browser } = stage;
      const { running } = world;
      const owner = await whoOwes(world, 'claimCompletion', TITLES.reopened);
      const asking = await client(world, owner.account);
      const { subject, dueOn } = (await asking.todo()).find(({ id }) => id === owner.id) ?? {};
      const problemId = subject?.problemId ?? subject?.id;
      const commands = `/api/campaigns/${running.id}/commands`;
      await asking.command(`${commands}/request-extension`, {
        ...{ problemId, dueOn: addDays(dueOn ?? '', 7), reason: '会议改期', progress: '已完成一半' },
      });
      const decider = await whoOwes(world, 'decideExtension', TITLES.reopened);
      const linkFor = async (account: string) => {
        const { page } = await openAs(browser, world, account);
        await visit(page, world, `/c/${running.code}`);
        const link = page.locator('[data-exception="extending"] a');
        const [text, to] = [await link.innerText(), await link.getAttribute('href')];
        await page.context().close();
        return [text, to];
      };
      const code = running.problems[TITLES.reopened] ?? '';
      expect(await linkFor(decider.account)).toEqual([
        expect.stringContaining(`延期申请等你审批：${code}`),
        `/t/${decider.id}`,
      ]);
      expect(await linkFor(owner.account)).toEqual([
        expect.stringContaining(`延期待审批：${code}`),
        `/p/${code}`,
      ]);
      // As it was, for whatever else is read of this problem.
      await asking.command(`${commands}/withdraw-step`, { problemId, reason: '按期可以完成' });
    },
    LONG,
  );

  it(
    'has its reminder ladder changed by its rungs, which is shown before it is made',
    async () => {
      const { voting } = stage.world;
      const { page, complaints } = await openAs(stage.browser, stage.world, 'otherSecretary');
      await visit(page, stage.world, `/c/${voting.code}`);
      await page.getByRole('button', { name: '调整方案' }).click();
      const card = page.locator('[data-action="ReplanCampaign"]');
      await card.getByLabel('调整提醒阶梯').selectOption('answer');
      await card.getByRole('checkbox', { name: /提前7天/ }).check();
      await card.getByText(/答复事项的提醒阶梯：由.*改为提前7天/).waitFor();
      await card.getByLabel('理由').fill('早些提醒');
      await card.getByRole('button', { name: '确认调整方案' }).click();
      await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      const person = await client(stage.world, ROLES.otherSecretary);
      const { ladders } = (
        await person.get<{ ladders: { answer: readonly { rung: string }[] } }>(`/api/campaigns/${voting.id}`)
      ).body;
      expect(ladders.answer[0]?.rung).toBe('T-7');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LONG,
  );
});
