import type { Page, Route } from 'playwright-core';
import type { CivilDate } from '@rectify/domain';
import type { Client, OfferedObligation } from '../harness/client';
import { drive } from '../harness/drive';
import { eventually } from '../harness/wait';
import { startDesk, type Desk } from './desk';
import { openAs, visit } from './looks';

const LONG = 400_000;

/** Problems of one aspect are owned by one person and led by another. */
const FINDINGS = {
  'B1-1': ['第一个问题', '第二个问题', '第三个问题', '第四个问题', '第五个问题'],
  'B1-2': ['第六个问题', '第七个问题', '第八个问题', '第九个问题'],
};

const isPlan = ({ kind }: OfferedObligation): boolean => kind === 'decidePlan';

/** An organisation of its own, where nine plans wait for one person. */
describe('plans to be decided on', () => {
  let desk: Desk;
  let people: readonly Client[];
  let decider: Client;

  beforeAll(async () => {
    // Nobody wants to look on the way.
    desk = await startDesk({ CLOCK_PATIENCE_MS: '0' });
    const { branches, district } = desk.organisation;
    const [branch] = branches;
    if (!branch) throw new Error('there is a branch');
    const { secretary, deputySecretary, organisationMember, disciplineMember, publicityMember } = branch;
    people = [secretary, deputySecretary, organisationMember, disciplineMember, publicityMember];
    const { body } = await secretary.command('/api/campaigns', {
      unitId: branch.unitId,
      template: 'bland-casual',
    });
    const path = `/api/campaigns/${String(body['id'])}`;
    const { road } = (await secretary.get<{ road: readonly { stage: string; startOn: CivilDate }[] }>(path))
      .body;
    for (const stage of ['mobilisation', 'screening', 'problemList']) {
      const to = road.find((each) => each.stage === stage)?.startOn;
      await secretary.command('/api/clock/forward', { to });
      await drive([...people, district.secretary], { findings: FINDINGS, leave: isPlan });
    }
    const plans = await Promise.all(
      people.map(async (person) => ({ person, count: (await person.todo()).filter(isPlan).length })),
    );
    const [most] = plans.sort((a, b) => b.count - a.count);
    if (!most || most.count < 9) throw new Error(`nobody has nine plans: ${JSON.stringify(plans)}`);
    decider = most.person;
  }, LONG);
  afterAll(() => desk?.stop());

  const waiting = async (): Promise<readonly OfferedObligation[]> => (await decider.todo()).filter(isPlan);
  const ids = async (): Promise<readonly string[]> => (await waiting()).map(({ id }) => id);

  /** What the page sends stays on its way until it is let go. */
  const held = async (page: Page): Promise<{ readonly letGo: () => Promise<void> }> => {
    const routes: Route[] = [];
    await page.route('**/commands/approve-plan', (route) => void routes.push(route));
    return {
      letGo: async () => (await eventually(() => routes.shift(), { what: 'the next approval' })).continue(),
    };
  };

  /** The list, with these chosen. */
  const choosing = async (chosen: readonly OfferedObligation[]) => {
    const { page } = await openAs(desk.browser, { web: desk.web }, decider.account);
    const { letGo } = await held(page);
    await visit(page, { web: desk.web }, '/todo');
    for (const { id } of chosen) await page.locator(`li[data-id="${id}"] [data-select]`).check();
    const batch = page.locator('[data-batch="decidePlan"]');
    await batch.getByRole('button', { name: `确认同意（${chosen.length}项）` }).click();
    return { page, batch, letGo };
  };

  const oneIsRefused = async (page: Page): Promise<void> => {
    const refused = page.locator('[role="alert"] li');
    await refused.first().waitFor();
    expect(await refused.count()).toBe(1);
    expect(await refused.innerText()).toMatch(/个问题.*不用再办/s);
  };

  it(
    'several at once: the approvals go on when the page is left in the middle, and are met done, the one refused named',
    async () => {
      const chosen = (await waiting()).slice(0, 4);
      const { page, batch, letGo } = await choosing(chosen);
      await batch.getByText('已办0项，共4项').waitFor();
      await letGo();
      await batch.getByText('已办1项，共4项').waitFor();
      await letGo();
      await batch.getByText('已办2项，共4项').waitFor();

      await page.getByRole('link', { name: '专项', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '专项' }).waitFor();
      await page.locator('[data-work="running"]').getByText('一并办理').waitFor();
      await decider.command(chosen[2]?.action?.path ?? '', chosen[2]?.action?.defaults);
      await letGo();
      await letGo();
      await page.locator('[data-work="success"]').getByText('已办完：一并办理').waitFor();
      const left = await ids();
      expect(chosen.filter(({ id }) => left.includes(id))).toEqual([]);
      await page.getByRole('link', { name: /^待办/ }).click();
      await page.locator('li[data-obligation="decidePlan"]').first().waitFor();
      for (const { id } of chosen) expect(await page.locator(`li[data-id="${id}"]`).count()).toBe(0);
      await oneIsRefused(page);
      // It leads to who was first, and is there until it is put away.
      await page.locator('[role="alert"] li').getByRole('link').click();
      await page.locator('[data-outcome]').waitFor();
      await page.getByRole('link', { name: /^待办/ }).click();
      await oneIsRefused(page);
      await page.getByRole('button', { name: '知道了' }).click();
      await page.locator('[role="alert"] li').waitFor({ state: 'detached' });
      await page.context().close();
    },
    LONG,
  );

  it(
    'several at once: the one that is refused in the middle is named with the reason, while the others stand',
    async () => {
      const chosen = (await waiting()).slice(0, 3);
      const [, second] = chosen;
      const { page, batch, letGo } = await choosing(chosen);
      await letGo();
      await batch.getByText('已办1项，共3项').waitFor();
      // At another desk it was given already.
      await decider.command(second?.action?.path ?? '', second?.action?.defaults);
      await letGo();
      await batch.getByText('已办2项，共3项').waitFor();
      await letGo();
      await page.getByRole('status').filter({ hasText: '批准方案2项' }).waitFor();
      await oneIsRefused(page);
      const left = await ids();
      expect(chosen.filter(({ id }) => left.includes(id))).toEqual([]);
      await page.context().close();
    },
    LONG,
  );

  it(
    'R4.16 one is given back with the clock going on, another with three days, by which it is owed sooner than usual',
    async () => {
      const [usual, sooner] = await waiting();
      const { page } = await openAs(desk.browser, { web: desk.web }, decider.account);
      const giveBack = async (plan: OfferedObligation | undefined, clock: string): Promise<string> => {
        await visit(page, { web: desk.web }, `/t/${plan?.id ?? ''}`);
        await page.getByRole('button', { name: '退回', exact: true }).click();
        const card = page.locator('[data-action="ReturnPlan"]');
        await card.getByRole('textbox', { name: '需补什么' }).fill('措施不够具体');
        const field = card.getByLabel('期限', { exact: true });
        expect(await field.locator('option').allInnerTexts()).toEqual([
          '照旧（不停表）',
          '3个工作日',
          '5个工作日',
        ]);
        await field.selectOption({ label: clock });
        const says = await card.locator('.card-foot').innerText();
        await card.getByRole('button', { name: '退回方案' }).click();
        await page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
        return says;
      };
      expect(await giveBack(usual, '照旧（不停表）')).toContain('退回给责任人重新提交');
      expect(await giveBack(sooner, '3个工作日')).toContain('退回给责任人，另给3个工作日');
      const owed = (await Promise.all(people.map((person) => person.todo()))).flat();
      const problemOf = ({ subject }: OfferedObligation): string => subject.problemId ?? subject.id;
      const dueOf = (plan: OfferedObligation | undefined): string =>
        owed.find((each) => plan && each.kind === 'submitPlan' && problemOf(each) === problemOf(plan))
          ?.dueOn ?? '';
      expect(dueOf(usual)).toMatch(/^2026-/);
      expect(dueOf(sooner) < dueOf(usual)).toBe(true);
      await page.context().close();
    },
    LONG,
  );
});
