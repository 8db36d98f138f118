import { eventually } from '../harness/wait';
import { accessibilityFaults } from './chromium';
import { TITLES } from './demo-world';
import { openAs, visit } from './looks';
import { demoStage, LONG } from './stage';

describe('talk about a problem', () => {
  const stage = demoStage();

  it(
    'names whom it is meant for, is read by the others, and stands in no record of decisions',
    async () => {
      const path = `/p/${stage.world.running.problems[TITLES.late] ?? ''}`;
      const { page, complaints } = await openAs(stage.browser, stage.world, 'secretary');
      await visit(page, stage.world, path);
      const panel = page.getByRole('region', { name: '评论' });
      await panel.getByRole('textbox', { name: '想说的话' }).fill('请把会议通知一并留存');
      await panel.getByText('提到（@）').first().click();
      await panel.getByRole('checkbox', { name: '第1支部组织委员' }).check();
      await panel.getByRole('button', { name: '发表评论' }).click();
      const said = panel.locator('[data-comment]').filter({ hasText: '请把会议通知一并留存' });
      await said.waitFor();
      expect(await said.innerText()).toContain('@第1支部组织委员');
      // The event may bring the word before the answer empties the field.
      const field = panel.getByRole('textbox', { name: '想说的话' });
      await eventually(async () => (await field.inputValue()) === '', { what: 'an empty field' });
      expect(await page.locator('[data-event="ProblemCommented"]').count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);

      const other = (await openAs(stage.browser, stage.world, 'owner')).page;
      await visit(other, stage.world, path);
      await other.locator('[data-comment]').filter({ hasText: '请把会议通知一并留存' }).waitFor();
      for (const each of [page, other]) await each.context().close();
    },
    LONG,
  );
});
