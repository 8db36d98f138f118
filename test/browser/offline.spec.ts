import { client, TITLES, whoOwes } from './demo-world';
import { openAs, visit } from './looks';
import { demoStage, LONG } from './stage';

describe('without a network', () => {
  const stage = demoStage();

  it(
    'what was open stays, what was typed stays, and a decision is refused at once and never sent later',
    async () => {
      const { account, id } = await whoOwes(stage.world, 'finishMeasure', TITLES.long);
      const owed = async (): Promise<boolean> =>
        (await (await client(stage.world, account)).todo()).some((each) => each.id === id);
      const { page } = await openAs(stage.browser, stage.world, account);
      await visit(page, stage.world, `/t/${id}`);
      const card = page.locator('[data-action="FinishMeasure"]');
      await card.getByRole('textbox').fill('会议记录已补齐');
      await page.context().setOffline(true);
      const note = page.locator('[data-offline]');
      await note.waitFor();
      expect(await note.innerText()).toContain('不会排队补交');
      await card.getByRole('button', { name: '确认办结' }).click();
      await card.locator('[data-refusal="NETWORK"]').waitFor();
      expect(await card.getByRole('textbox').inputValue()).toBe('会议记录已补齐');

      await page.context().setOffline(false);
      await note.waitFor({ state: 'detached' });
      // Nothing was kept to be sent behind one's back: the page is read anew, and it is owed still.
      await page.reload();
      await card.getByRole('textbox').waitFor();
      expect(await card.getByRole('textbox').inputValue()).toBe('会议记录已补齐');
      expect(await owed()).toBe(true);
      await page.context().close();
    },
    LONG,
  );
});
