import { PASSWORD } from '../harness/organisation';
import { accessibilityFaults, openPage } from './chromium';
import { everybodyDoesAll, forwardTo, openCard, openTodo, type Person, type Row } from './person';
import { startWorld, type World } from './world';

const story = {
  findings: { 'B1-1': '党课次数不足', 'B5-1': '主题党日形式单一' },
  twoMeasures: '党课次数不足',
  immediate: '主题党日形式单一',
};
/** Bounds for a busy machine; alone, all of it takes two minutes. */
const LONG = 400_000;
const SHORT = 120_000;

/** One campaign from the launch to its sign-off, by the pages alone, with everything behind them real. */
describe('the main job in the browser', () => {
  let world: World;
  let code = '';

  const person = (account: string): Person => world.person(account);
  const secretary = (): Person => person('branch1.secretary');
  const examine = (who: Person, what: string): Promise<void> => world.examine(who, what);
  const onOpen = (who: Person, command: string): Promise<void> => examine(who, `card ${command}`);

  const openCampaign = async (who: Person): Promise<void> => {
    await who.page.goto(`${world.web}/c/${code}`);
    await who.page.getByRole('region', { name: '记录' }).locator('li').first().waitFor();
  };
  const forwardToStage = async (stage: string): Promise<void> => {
    await openCampaign(secretary());
    const day = await secretary().page.locator(`[data-stage="${stage}"]`).getAttribute('data-starts-on');
    await forwardTo(secretary(), day ?? '');
  };
  const everybodyExcept = (leave: (row: Row) => boolean) =>
    everybodyDoesAll(world.people, world.web, { story, leave, onOpen });
  const everybody = () => everybodyDoesAll(world.people, world.web, { story, onOpen });
  const everybodyIn = (stage: string) => forwardToStage(stage).then(everybody);

  beforeAll(async () => {
    world = await startWorld();
  }, LONG);

  afterAll(() => world?.stop());

  it(
    'lets nobody in by a wrong password, and says so beside the button',
    async () => {
      const { page } = await openPage(world.browser);
      await page.goto(`${world.web}/todo`);
      await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('textbox', { name: '账号' }).fill('branch1.secretary');
      await page.getByLabel('密码').fill('not the password');
      await page.getByRole('button', { name: '登录' }).click();
      const note = page.getByRole('alert');
      await note.waitFor();
      expect(await note.getAttribute('data-refusal')).toBe('WRONG_CREDENTIALS');
      expect(await page.locator('[data-refusal]:focus').count()).toBe(1);
      expect(await page.getByRole('textbox', { name: '账号' }).inputValue()).toBe('branch1.secretary');
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
      await page.context().close();
    },
    SHORT,
  );

  it(
    'is launched from the template after a look at its stages and 68 items',
    async () => {
      const { page } = secretary();
      await page.getByRole('link', { name: '专项', exact: true }).click();
      await examine(secretary(), 'campaigns');
      await page.getByRole('link', { name: '发起专项' }).click();
      await page.getByRole('radio', { name: /平淡化随意化/ }).check();
      await examine(secretary(), 'launch');
      await page.getByRole('link', { name: '6 核对并发起' }).click();
      await page.getByText('检查项68项，全部选用').waitFor();
      await examine(secretary(), 'launch, last step');
      await page.getByRole('button', { name: '发起专项' }).click();
      await page.getByText('第1阶段（共8阶段）：动员部署').waitFor();
      code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(code).toBe('PDH-2026-B01');
      await examine(secretary(), 'campaign');
    },
    SHORT,
  );

  it(
    'is mobilised, screened, triaged and approved on the to-do lists',
    async () => {
      for (const stage of ['mobilisation', 'screening']) await everybodyIn(stage);
      await openCampaign(secretary());
      await secretary().page.getByText('第3阶段（共8阶段）：问题清单').waitFor();
    },
    LONG,
  );

  it(
    'keeps what was typed where a rule refuses, and says why beside the button',
    async () => {
      await forwardToStage('problemList');
      await everybodyExcept(({ kind }) => kind === 'finishMeasure' || kind === 'claimCompletion');
      const owner = person('branch1.publicitymember');
      const claim = (await openTodo(owner, world.web)).and(
        owner.page.locator('[data-obligation="claimCompletion"]'),
      );
      const { card } = await openCard(claim);
      await card.getByRole('button', { name: '提交销号申请' }).click();
      await card.locator('[aria-invalid="true"]:focus').waitFor();
      await card.getByRole('textbox', { name: '整改结果' }).fill('已整改');
      await card.getByRole('button', { name: '提交销号申请' }).click();
      await card.getByRole('alert').filter({ hasText: '还有1条措施没有办结' }).waitFor();
      expect(await card.locator('[data-refusal="MEASURES_OPEN"]:focus').count()).toBe(1);
      expect(await card.getByRole('textbox', { name: '整改结果' }).inputValue()).toBe('已整改');
      await owner.page.reload();
      const again = await openCard(owner.page.locator('[data-obligation="claimCompletion"]'));
      expect(await again.card.getByRole('textbox', { name: '整改结果' }).inputValue()).toBe('已整改');
    },
    LONG,
  );

  it(
    'takes two presses to agree, and two people at once are one decision',
    async () => {
      await forwardToStage('measures');
      await everybodyExcept(({ kind }) =>
        ['finishMeasure', 'claimCompletion', 'approveStage'].includes(kind),
      );
      const deputy = person('branch1.deputysecretary');
      const twin = await world.twinOf(deputy);
      for (const each of [deputy, twin]) await openCard((await openTodo(each, world.web)).first());
      await deputy.page.getByRole('button', { name: '确认同意' }).click();
      await deputy.page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      await twin.page.getByRole('textbox', { name: /^意见/ }).fill('同意，请抓紧');
      await twin.page.getByRole('button', { name: '确认同意' }).click();
      await twin.page.getByRole('alert').waitFor();
      expect(await twin.page.locator('[data-refusal]').getAttribute('data-refusal')).toBe('ALREADY_DECIDED');
      expect(await twin.page.getByRole('textbox', { name: /^意见/ }).inputValue()).toBe('同意，请抓紧');
      await twin.page.context().close();
    },
    LONG,
  );

  it(
    'gives a claim back with what is missing, which its owner reads',
    async () => {
      await everybodyExcept(({ kind }) => kind === 'finishMeasure' || kind === 'claimCompletion');
      await forwardToStage('deadlines');
      await everybodyExcept(({ kind }) => ['reviewCompletion', 'approveStage'].includes(kind));
      const reviewer = person('branch1.disciplinemember');
      const review = (await openTodo(reviewer, world.web)).filter({ hasText: '党课次数不足' });
      const number = /PDH-\S+/.exec(await review.locator('.todo-what').innerText())?.[0] ?? '';
      await review.getByRole('button', { name: '退回' }).click();
      await examine(reviewer, 'card ReturnClaim');
      await review.getByRole('textbox', { name: '需补什么' }).fill('缺少会议通知留存');
      await review.getByRole('button', { name: '退回整改' }).click();
      await reviewer.page.getByRole('status').filter({ hasText: '已记入' }).waitFor();
      const owner = person('branch1.organisationmember');
      await owner.page.goto(`${world.web}/p/${number}`);
      await owner.page.getByText('上次退回，需补：缺少会议通知留存').waitFor();
      await examine(owner, 'problem');
    },
    LONG,
  );

  it(
    'shows the to-do list in English as well, in large text and in the dark',
    async () => {
      const reviewer = await world.twinOf(person('branch1.disciplinemember'));
      const { page } = reviewer;
      await openTodo(reviewer, world.web);
      await page.getByRole('button', { name: 'EN', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'My to-do list' }).waitFor();
      const openReview = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Pass review' }).first().click();
        await page.getByRole('button', { name: 'Confirm review' }).waitFor();
      };
      await openReview();
      await examine(reviewer, 'to-do in English');
      await page.getByRole('button', { name: 'Large', exact: true }).click();
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.reload();
      await openReview();
      await examine(reviewer, 'to-do in English, large, dark and on a phone');
      const wider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(wider)).toBe(false);
      await page.getByRole('button', { name: '中文', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
      await page.context().close();
    },
    SHORT,
  );

  it(
    'is signed off, and every number of the result sentence opens the rows that prove it',
    async () => {
      await everybody();
      for (const stage of ['summary', 'lookBack']) await everybodyIn(stage);
      await openCampaign(secretary());
      const { page } = secretary();
      await page.getByText('已销号', { exact: true }).first().waitFor();
      const sentence = page.getByTestId('result-sentence');
      expect(await sentence.innerText()).toBe(
        '本次共排查出问题 2 个，列出整改措施 3 项，现已整改完成 2 个，长期坚持 0 个',
      );
      const rowsBehind = async (place: number, proof: string): Promise<number> => {
        await sentence.getByRole('link').nth(place).click();
        const proved = page.locator(`[data-proof="${proof}"]`);
        await proved.waitFor();
        return proved.locator('tbody tr').count();
      };
      expect(await rowsBehind(0, 'problems')).toBe(2);
      expect(await rowsBehind(1, 'measures')).toBe(3);
      expect(await rowsBehind(2, 'completed')).toBe(2);
      expect(await rowsBehind(3, 'sustained')).toBe(0);
      await examine(secretary(), 'campaign signed off');
    },
    LONG,
  );

  it(
    'leads from a problem, an obligation and a wrong address to what is there',
    async () => {
      const { page } = secretary();
      await page.goto(`${world.web}/p/${code}-002`);
      await page.getByText('已销号', { exact: true }).waitFor();
      expect(await page.getByRole('term').allInnerTexts()).toEqual(
        expect.arrayContaining(['到哪一步', '等谁', '到哪天', '我能做什么']),
      );
      await page.goto(`${world.web}/p/${code}-999`);
      await page.getByRole('heading', { level: 1, name: '没有这一页' }).waitFor();
      await examine(secretary(), 'not found');
      await page.goto(`${world.web}/account`);
      await page.getByLabel('新密码').waitFor();
      await examine(secretary(), 'account');
    },
    SHORT,
  );

  it(
    'changes hands by signing out and in, and leaves nothing behind',
    async () => {
      const { page } = person('branch1.publicitymember');
      await page.goto(`${world.web}/todo`);
      await page.getByRole('button', { name: /宣传委员/ }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
      expect(
        await page.evaluate('Object.keys(sessionStorage).filter((key) => key.includes("draft"))'),
      ).toEqual([]);
      await page.goto(`${world.web}/c/${code}`);
      await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
      await page.getByRole('textbox', { name: '账号' }).fill('branch1.secretary');
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(code) }).waitFor();
    },
    SHORT,
  );

  it('made no page complain', () => {
    // What a rule refused on purpose is reported by the browser as a failed request.
    const expected = /status of (401|404|409)/;
    expect(
      world.people.flatMap(({ complaints }) => complaints).filter((complaint) => !expected.test(complaint)),
    ).toEqual([]);
  });
});
