import type { Locator } from 'playwright-core';

/** Problems to be found, by check item; everything else is 无此问题. */
export interface Story {
  readonly findings: Readonly<Record<string, string>>;
  /** Whose plan has a second measure. */
  readonly twoMeasures: string;
  /** Issued as 立行立改. */
  readonly immediate: string;
}

const box = (card: Locator, name: string): Locator => card.getByRole('textbox', { name, exact: true });
const press = (card: Locator, name: string | RegExp): Promise<void> =>
  card.getByRole('button', { name }).click();
const choose = (card: Locator, name: string): Promise<void> =>
  card.getByRole('radio', { name, exact: true }).check();

/** What a person does in each card once it is open: the words of the forms, nothing of the campaign. */
export const fillIn: Readonly<
  Record<string, (card: Locator, story: Story, object: string) => Promise<void>>
> = {
  AnswerCheckItems: async (card, { findings }) => {
    await press(card, '其余全部无此问题');
    for (const [code, title] of Object.entries(findings)) {
      const item = card.locator(`[data-item="${code}"]`);
      if ((await item.count()) === 0) continue;
      await choose(item, '有此问题');
      await box(item, '问题').fill(title);
    }
    await press(card, /^提交本人部分/);
  },
  TriageProblem: async (card) => {
    await choose(card, '纳入');
    await box(card, '理由').fill('属于本次整治范围');
    await press(card, '确认甄别');
  },
  ConfirmScreening: (card) => press(card, '确认排查结果'),
  ConfirmProblemList: (card) => press(card, '确认问题清单'),
  OpenVote: (card) => press(card, '发起表决'),
  CastVote: async (card) => {
    await choose(card, '赞成');
    await press(card, '确认表决');
  },
  IssueProblem: async (card, { immediate }, object) => {
    await choose(card, object.includes(immediate) ? '立行立改' : '限期整改');
    await press(card, '下发问题');
  },
  AcknowledgeProblem: (card) => press(card, '确认签收'),
  SubmitPlan: async (card, { twoMeasures }, object) => {
    await box(card, '原因分析').fill('制度执行不严');
    await box(card, '整改目标').fill('按规定执行');
    await box(card, '措施1').fill('修订议事规则并执行');
    if (object.includes(twoMeasures)) {
      await press(card, '再加一条措施');
      await box(card, '措施2').fill('连续三次会议提前通知议题');
    }
    await press(card, '提交方案');
  },
  ApprovePlan: (card) => press(card, '确认同意'),
  FinishMeasure: async (card) => {
    await box(card, '办结情况').fill('已按措施办结');
    await press(card, '确认办结');
  },
  ClaimCompletion: async (card) => {
    await box(card, '整改结果').fill('各项措施已办结，问题已整改到位');
    await press(card, '提交销号申请');
  },
  PassReview: (card) => press(card, '确认审核通过'),
  AcceptCompletion: (card) => press(card, '确认验收通过'),
  SignOffProblem: (card) => press(card, '确认销号'),
  ApproveStage: (card) => press(card, '确认同意'),
  ApproveSummary: (card) => press(card, '确认审定总结'),
  DrawSample: (card) => press(card, '确认抽样'),
  RecordVerdict: async (card) => {
    await choose(card, '未反弹');
    await box(card, '核查情况').fill('抽查会议记录，执行到位');
    await box(card, '佐证材料存放处').fill('支部工作手册');
    await press(card, '确认结论');
  },
  SignOffCampaign: (card) => press(card, '确认专项销号'),
};
