import type { Page } from 'playwright-core';
import { counted } from '../clicks';
import { client, TITLES, whoOwes } from '../demo-world';
import { openAs, PHONE, visit, type Look } from '../looks';
import { demoStage, LONG } from '../stage';

const IN_THE_CORRIDOR: Look = { ...PHONE, name: 'phone, large', size: 'large' };

describe('U2, in a corridor', () => {
  const stage = demoStage();

  const isWider = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it(
    'the owner opens the link, loses the network in the middle and reports progress: nothing typed is lost, nothing is sent later',
    async () => {
      const { account, id } = await whoOwes(stage.world, 'finishMeasure', TITLES.long);
      const owner = await client(stage.world, account);
      const reports = async (): Promise<number> => {
        const { body } = await owner.get<{ items: readonly { type: string }[] }>(
          `/api/campaigns/${stage.world.running.id}/timeline?limit=50`,
        );
        return body.items.filter(({ type }) => type === 'ProgressReported').length;
      };
      const before = await reports();
      const { page } = await openAs(stage.browser, stage.world, account, IN_THE_CORRIDOR);
      const count = await counted(page);
      await visit(page, stage.world, `/t/${id}`);
      expect(await isWider(page)).toBe(false);
      await page.getByRole('button', { name: '反馈进展', exact: true }).click();
      const report = page.locator('[data-action="ReportProgress"]');
      await report.getByRole('textbox').fill('已开两次会，均提前三天通知议题');
      await page.context().setOffline(true);
      await report.getByRole('button', { name: '提交进展' }).click();
      await report.locator('[data-refusal="NETWORK"]').waitFor();
      await page.context().setOffline(false);
      // A decision is never queued: back on the network, nothing goes out by itself.
      expect(await reports()).toBe(before);
      expect(await report.getByRole('textbox').inputValue()).toContain('提前三天');
      await page.reload();
      await page.getByRole('button', { name: '反馈进展', exact: true }).click();
      expect(await report.getByRole('textbox').inputValue()).toContain('提前三天');
      await report.getByRole('button', { name: '提交进展' }).click();
      await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      expect(await reports()).toBe(before + 1);
      expect(count.clicks()).toBeLessThanOrEqual(5);
      expect(count.screens()).toBeLessThanOrEqual(2);
      await page.context().close();
    },
    LONG,
  );
});
