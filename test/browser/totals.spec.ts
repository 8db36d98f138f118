import { eventually } from '../harness/wait';
import { client } from './demo-world';
import { openAs, visit } from './looks';
import { ROLES, type Role } from './roles';
import { demoStage, LONG } from './stage';

const READERS: readonly Role[] = ['secretary', 'owner', 'member', 'otherSecretary', 'above'];

/** What is counted is what is listed, for everybody who looks. */
describe('every total', () => {
  const stage = demoStage();

  it.each(READERS)(
    'is the number of the rows behind it: %s',
    async (role) => {
      const { page } = await openAs(stage.browser, stage.world, role);
      await visit(page, stage.world, '/todo');
      const badge = await page.locator('.nav .badge').innerText();
      const listed = await page.locator('li[data-obligation]').count();
      const told = (await (await client(stage.world, ROLES[role])).todo()).length;
      const groups = await page.locator('.todo-group h2 span').allInnerTexts();
      expect({
        badge: Number(badge),
        told,
        groups: groups.map(Number).reduce((sum, each) => sum + each, 0),
      }).toEqual({
        badge: listed,
        told: listed,
        groups: listed,
      });

      await visit(page, stage.world, '/ledger');
      const chips = page.locator('.chips a, .chips button');
      for (let place = 0; place < (await chips.count()); place += 1) {
        const chip = chips.nth(place);
        const counted = Number(/\d+$/.exec((await chip.innerText()).trim())?.[0]);
        await chip.click();
        const rows = page.locator('.ledger tbody tr');
        await eventually(async () => (await rows.count()) === counted, {
          what: `${counted} rows of ${await chip.innerText()}`,
        });
      }
      await page.context().close();
    },
    LONG,
  );
});
