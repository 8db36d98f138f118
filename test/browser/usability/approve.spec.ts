import type { Page } from 'playwright-core';
import { counted, tabTo } from '../clicks';
import type { OfferedObligation } from '../../harness/client';
import { accessibilityFaults } from '../chromium';
import { client, TITLES, whoOwes } from '../demo-world';
import { openAs, visit, type Look } from '../looks';
import { demoStage, LONG } from '../stage';

/** U3: a reviewer passes a claim from the to-do list in two clicks; somebody else at the same is told who was first. */
describe('U3, approving from the list', () => {
  const stage = demoStage();

  const rowOf = (page: Page, title: string) =>
    page.locator('li[data-obligation="reviewCompletion"]').filter({ hasText: title });
  const badge = async (page: Page): Promise<number> => Number(await page.locator('.nav .badge').innerText());

  it.each<{ name: string; title: string; look: Look; names: { open: string; confirm: string } }>([
    {
      name: 'in Chinese',
      title: TITLES.claimedOnce,
      look: { name: 'plain' },
      names: { open: '审核通过', confirm: '确认审核通过' },
    },
    {
      name: 'in English and dark',
      title: TITLES.claimedTwice,
      look: { name: 'English and dark', language: 'en', scheme: 'dark' },
      names: { open: 'Pass review', confirm: 'Confirm review' },
    },
  ])(
    '$name: two clicks on one screen; the badge follows; the second to decide sees who and when',
    async ({ title, look, names }) => {
      const { account } = await whoOwes(stage.world, 'reviewCompletion', title);
      const { page } = await openAs(stage.browser, stage.world, account, look);
      const count = await counted(page);
      await visit(page, stage.world, '/todo');
      const twin = (await openAs(stage.browser, stage.world, account, look)).page;
      await visit(twin, stage.world, '/todo');
      await rowOf(twin, title).getByRole('button', { name: names.open, exact: true }).click();
      const note = twin.getByRole('textbox').last();
      await note.fill('同意');

      const before = await badge(page);
      await rowOf(page, title).getByRole('button', { name: names.open, exact: true }).click();
      await page.getByRole('button', { name: names.confirm }).click();
      await rowOf(page, title).waitFor({ state: 'detached' });
      expect({ clicks: count.clicks(), screens: count.screens() }).toEqual({ clicks: 2, screens: 1 });
      expect(await badge(page)).toBe(before - 1);

      await twin.getByRole('button', { name: names.confirm }).click();
      await twin.locator('[data-refusal="ALREADY_DECIDED"]').waitFor();
      const first = twin.locator('[data-meanwhile="ReviewPassed"]');
      await first.locator('time').waitFor();
      expect(await first.innerText()).toContain('第1支部');
      expect(await note.inputValue()).toBe('同意');
      for (const each of [page, twin]) await each.context().close();
    },
    LONG,
  );

  it(
    'what was approved is taken back by whoever approved it, as long as nobody has acted on it',
    async () => {
      const { account } = await whoOwes(stage.world, 'reviewCompletion', TITLES.claimed);
      const { page } = await openAs(stage.browser, stage.world, account);
      await visit(page, stage.world, '/todo');
      await rowOf(page, TITLES.claimed).getByRole('button', { name: '审核通过', exact: true }).click();
      const card = page.locator('[data-action="PassReview"]');
      await card.getByText('下一步办理之前可以由本人撤回').waitFor();
      await card.getByRole('button', { name: '确认审核通过' }).click();
      await page
        .getByRole('status')
        .getByRole('link', { name: /可以由本人撤回/ })
        .click();
      await page.getByRole('button', { name: '撤回审核' }).click();
      const back = page.locator('[data-action="WithdrawReview"]');
      await back.getByRole('textbox').fill('漏看一份佐证');
      await back.getByRole('button', { name: '确认撤回审核' }).click();
      await page.locator('[data-event="ReviewWithdrawn"]').waitFor();
      // It is owed anew, by the same person.
      expect((await whoOwes(stage.world, 'reviewCompletion', TITLES.claimed)).account).toBe(account);
      await page.context().close();
    },
    LONG,
  );

  it(
    'by the keyboard alone',
    async () => {
      const { account } = await whoOwes(stage.world, 'reviewCompletion', TITLES.claimedThrice);
      const { page } = await openAs(stage.browser, stage.world, account);
      const count = await counted(page);
      await visit(page, stage.world, '/todo');
      const row = rowOf(page, TITLES.claimedThrice);
      await tabTo(page, row.getByRole('button', { name: '审核通过', exact: true }));
      await page.keyboard.press('Enter');
      await tabTo(page, row.getByRole('textbox'));
      await page.keyboard.press('Control+Enter');
      await row.waitFor({ state: 'detached' });
      expect(count.clicks()).toBe(0);
      await page.context().close();
    },
    LONG,
  );

  it(
    'several of a kind are chosen by key, listed before they are confirmed, and recorded each; what was decided meanwhile is named',
    async () => {
      // Their reviews were passed above: now they wait for one person's acceptance.
      const { account } = await whoOwes(stage.world, 'acceptCompletion', TITLES.claimedOnce);
      const person = await client(stage.world, account);
      const waiting = (await person.todo()).filter(({ kind }) => kind === 'acceptCompletion');
      const [first, second] = waiting as [OfferedObligation, OfferedObligation];
      const { page } = await openAs(stage.browser, stage.world, account);
      await visit(page, stage.world, '/todo');
      const row = (id: string) => page.locator(`li[data-id="${id}"]`);
      expect(await page.locator('[data-obligation="acceptCompletion"] [data-select]').count()).toBe(
        waiting.length,
      );
      await row(first.id).locator('a').first().focus();
      await page.keyboard.press('x');
      await row(second.id).locator('[data-select]').check();
      const batch = page.locator('[data-batch="acceptCompletion"]');
      await batch.locator('li').nth(1).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      // Somebody else was quicker with one of them.
      await person.command(second.action?.path ?? '', second.action?.defaults);
      await batch.getByRole('button', { name: '确认验收通过（2项）' }).click();
      await page.getByRole('status').filter({ hasText: '验收通过1项' }).waitFor();
      const refused = page.locator('[role="alert"] li');
      await refused.first().waitFor();
      expect(await refused.count()).toBe(1);
      await row(first.id).waitFor({ state: 'detached' });
      const left = (await person.todo()).map(({ id }) => id);
      expect([first.id, second.id].filter((id) => left.includes(id))).toEqual([]);
      await page.context().close();
    },
    LONG,
  );
});
