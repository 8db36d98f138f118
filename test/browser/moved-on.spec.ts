import type { Client } from '../harness/client';
import { client, TITLES, whoOwes } from './demo-world';
import { openAs, visit } from './looks';
import { demoStage, LONG } from './stage';

interface Row {
  readonly id: string;
  readonly code: string | null;
  readonly plan: {
    readonly rootCause: string;
    readonly target: string;
    readonly measures: readonly { readonly id: string; readonly text: string; readonly dueOn: string }[];
  };
}

/** Where mail and chat lead once the matter has gone on without the reader. */
describe('an address of something to be done', () => {
  const stage = demoStage();
  const codeOf = () => stage.world.running.problems[TITLES.markup] ?? '';
  const commands = () => `/api/campaigns/${stage.world.running.id}/commands`;
  const problemFor = async (person: Client): Promise<Row> => {
    const path = `/api/campaigns/${stage.world.running.id}/problems?limit=200`;
    const found = (await person.get<{ items: readonly Row[] }>(path)).body.items.find(
      ({ code }) => code === codeOf(),
    );
    if (!found) throw new Error(`no problem ${codeOf()}`);
    return found;
  };

  it(
    'says who withdrew what was to be decided, and leads on',
    async () => {
      const { world, browser } = stage;
      const { account } = await whoOwes(world, 'finishMeasure', TITLES.markup);
      const owner = await client(world, account);
      const { id: problemId, plan } = await problemFor(owner);
      const { rootCause, target } = plan;
      const measures = plan.measures.map(({ id, text, dueOn }) => ({ id, text, dueOn }));
      await owner.command(`${commands()}/amend-plan`, {
        ...{ problemId, reason: '措施不够具体', rootCause, target },
        measures: [...measures, { text: '补齐会议通知', dueOn: measures[0]?.dueOn }],
      });
      const decider = await whoOwes(world, 'decidePlan', TITLES.markup);

      const asking = await openAs(browser, world, account);
      await visit(asking.page, world, `/p/${codeOf()}`);
      await asking.page.getByRole('button', { name: '撤回刚才的办理' }).click();
      const card = asking.page.locator('[data-action="WithdrawStep"]');
      await card.getByRole('textbox').fill('漏写一条');
      await card.getByRole('button', { name: '确认撤回' }).click();
      await asking.page.locator('[data-event="StepWithdrawn"]').getByText('撤回“修改方案”').waitFor();

      const deciding = await openAs(browser, world, decider.account);
      await visit(deciding.page, world, `/t/${decider.id}`);
      const gone = deciding.page.locator('[data-outcome="StepWithdrawn"]');
      expect(await gone.innerText()).toContain('撤回“修改方案”');
      await gone.getByRole('link', { name: new RegExp(codeOf()) }).click();
      await deciding.page.locator('[data-event="StepWithdrawn"]').waitFor();
      expect(asking.complaints).toEqual([]);
      for (const { page } of [asking, deciding]) await page.context().close();
    },
    LONG,
  );

  it(
    'says to whom it was given, and can still be read',
    async () => {
      const { world, browser } = stage;
      const { account, id } = await whoOwes(world, 'finishMeasure', TITLES.markup);
      const { id: subject } = await problemFor(await client(world, account));
      const other = await client(
        world,
        `branch1.${account.includes('publicity') ? 'organisation' : 'publicity'}member`,
      );
      const secretary = await client(world, 'branch1.secretary');
      await secretary.command(`${commands()}/assign-duty`, {
        ...{ duty: 'owner', subject, person: other.personId, reason: '工作调整' },
      });
      expect(await whoOwes(world, 'finishMeasure', TITLES.markup)).toEqual({ account: other.account, id });

      const { page, complaints } = await openAs(browser, world, account);
      await visit(page, world, `/t/${id}`);
      const note = page.locator('.note').filter({ has: page.locator('[data-moved-on]') });
      const name = (await other.get<{ name: string }>('/api/me')).body.name;
      expect(await note.innerText()).toContain(name);
      expect(await page.locator('[data-action]').count()).toBe(0);
      await page.getByText('为什么是这天').first().waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LONG,
  );
});
