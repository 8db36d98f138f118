import { openAs, PHONE, PLAIN, visit, type Look } from './looks';
import { demoStage, LONG } from './stage';

describe('whatever opens over a page', () => {
  const stage = demoStage();

  it.each<Look>([PLAIN, PHONE])(
    'is closed by Back, which leaves the page where it was: $name',
    async (look) => {
      const { page } = await openAs(stage.browser, stage.world, 'secretary', look);
      let opened = 0;
      for (const address of ['/todo', `/c/${stage.world.running.code}`, '/ledger']) {
        await visit(page, stage.world, address);
        const buttons = page.locator('button[aria-controls]');
        for (let place = 0; place < (await buttons.count()); place += 1) {
          const button = buttons.nth(place);
          const panel = page.locator('.disclosure-panel');
          const shown = page.url();
          await button.click();
          await panel.waitFor();
          await page.goBack();
          await panel.waitFor({ state: 'detached' });
          expect(page.url()).toBe(shown);
          // By hand, too, and then Back is as if nothing had been open.
          await button.click();
          await panel.waitFor();
          await page.keyboard.press('Escape');
          await panel.waitFor({ state: 'detached' });
          expect(page.url()).toBe(shown);
          opened += 1;
        }
      }
      expect(opened).toBeGreaterThan(5);
      await page.context().close();
    },
    LONG,
  );
});
