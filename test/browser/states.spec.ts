import { eventually } from '../harness/wait';
import { TITLES } from './demo-world';
import { openAs, visit } from './screens';
import { demoStage, LONG } from './stage';

/** Who one is and which day it is came with the page; everything else is asked for by the page itself. */
const KNOWN = /\/api\/(me|clock|events|session|demo)/;

describe('a page whose answers do not arrive', () => {
  const stage = demoStage();

  it(
    'says so, with a way to ask again, and never that there is nothing or no such page',
    async () => {
      const { running } = stage.world;
      const problem = running.problems[TITLES.closed] ?? '';
      const paths = [
        '/todo',
        '/todo?box=done',
        '/c',
        `/c/${running.code}`,
        ...['screening', 'review', 'ledger', 'calendar', 'lookback', 'docs', 'log'].map(
          (tab) => `/c/${running.code}/${tab}`,
        ),
        '/ledger',
        '/calendar',
        `/p/${problem}`,
        `/print/ledger?code=${running.code}`,
        `/print/lists?code=${running.code}`,
        `/print/problem?code=${problem}`,
        `/audit?code=${running.code}`,
        '/settings',
        '/settings/calendar',
        '/settings/templates',
      ];
      const { page } = await openAs(stage.browser, stage.world, 'secretary');
      await page.route('**/api/**', (route) =>
        KNOWN.test(route.request().url()) ? route.continue() : route.fulfill({ status: 500, body: '' }),
      );
      const silent: string[] = [];
      for (const path of paths) {
        await page.goto(`${stage.world.web}${path}`);
        const retry = page.getByRole('alert').getByRole('button', { name: '重试' }).first();
        const isSaid = await retry.waitFor({ timeout: 30_000 }).then(
          () => true,
          () => false,
        );
        if (!isSaid) silent.push(path);
        expect([path, await page.getByText('没有这一页').count()]).toEqual([path, 0]);
      }
      expect(silent).toEqual([]);

      // Asked again, it is there: no reload, nothing lost.
      await page.goto(`${stage.world.web}/c/${running.code}`);
      const retry = page.getByRole('alert').getByRole('button', { name: '重试' });
      await retry.first().waitFor();
      await page.unroute('**/api/**');
      await eventually(
        async () => {
          if ((await retry.count()) > 0) await retry.first().click();
          return (await page.locator('[data-stage]').count()) > 0;
        },
        { timeoutMs: 60_000, what: 'the campaign after asking again' },
      );
      await visit(page, stage.world, `/p/${problem}`);
      await page.context().close();
    },
    LONG,
  );
});
