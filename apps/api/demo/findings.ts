import type { CivilDate, ObligationKind } from '@rectify/domain';

export interface Finding {
  readonly item: string;
  readonly title: string;
  readonly detail: string;
  readonly cause: string;
  readonly measures: readonly {
    readonly text: string;
    readonly dueOn?: CivilDate;
    readonly doneOn: CivilDate | null;
  }[];
  /** Immediate where it is left out. */
  readonly dueOn?: CivilDate;
  /** From this day on somebody claims completion; left out: nobody has yet. */
  readonly claimOn?: CivilDate;
  /** With whom it lies: nobody has done this yet. */
  readonly waitsIn?: ObligationKind;
}

/** What the first branch finds, and how far each has come on the last day: B3-8 is overdue, the sign-off of B5-3 too. */
export const findings: readonly Finding[] = [
  {
    item: 'B1-4',
    title: '支委会议题未提前通知',
    detail: '抽查一季度支委会记录，有两次议题当天才发出。',
    cause: '议题征集没有固定时间，通知靠口头。',
    measures: [{ text: '修订支委会议事规则，议题提前3天书面通知', doneOn: '2026-04-10' }],
    claimOn: '2026-04-13',
  },
  {
    item: 'B1-11',
    title: '党课未列入年度计划',
    detail: '年度学习计划没有党课安排，书记党课时间未定。',
    cause: '计划编制沿用上年模板，没有逐项对照要求。',
    measures: [
      { text: '补订年度党课计划并上墙公布', dueOn: '2026-04-30', doneOn: '2026-04-28' },
      { text: '书记讲授专题党课1次', dueOn: '2026-05-29', doneOn: '2026-05-28' },
    ],
    dueOn: '2026-06-05',
    claimOn: '2026-06-01',
  },
  {
    item: 'B2-11',
    title: '对照检查问题表述笼统',
    detail: '组织生活会材料多用“有的同志”，没有见人见事。',
    cause: '会前审核只看格式，没有逐条对照事实。',
    measures: [
      { text: '建立对照检查材料会前审核单，逐条写明事例', dueOn: '2026-06-05', doneOn: '2026-06-04' },
    ],
    dueOn: '2026-06-12',
    claimOn: '2026-06-08',
    waitsIn: 'reviewCompletion',
  },
  {
    item: 'B3-8',
    title: '民主评议结果未反馈本人',
    detail: '上年度评议结果只在支委会通报，党员本人没有收到。',
    cause: '没有明确由谁反馈、何时反馈。',
    measures: [
      { text: '制定评议结果反馈办法', dueOn: '2026-05-15', doneOn: '2026-05-14' },
      { text: '逐人书面反馈上年度评议结果并签收', dueOn: '2026-05-29', doneOn: null },
    ],
    dueOn: '2026-06-05',
  },
  {
    item: 'B4-4',
    title: '谈心谈话内容千人一面',
    detail: '抽查谈话记录12份，内容基本相同。',
    cause: '把谈话当作任务，没有事先了解情况。',
    measures: [
      { text: '编制谈心谈话提纲，按岗位区分重点', dueOn: '2026-05-22', doneOn: '2026-05-20' },
      { text: '二季度完成一轮谈话，由纪检委员抽查记录', dueOn: '2026-06-26', doneOn: null },
    ],
    dueOn: '2026-06-30',
  },
  {
    item: 'B5-3',
    title: '主题党日与业务会混同',
    detail: '二月主题党日主要布置业务工作，没有党性教育内容。',
    cause: '时间安排紧，合并召开，没有单独准备。',
    measures: [{ text: '主题党日单独安排，方案经支委会审定', dueOn: '2026-05-29', doneOn: '2026-05-28' }],
    dueOn: '2026-06-05',
    claimOn: '2026-06-01',
    waitsIn: 'signOffProblem',
  },
  {
    item: 'B5-9',
    title: '主题党日形式单一',
    detail: '一季度三次主题党日均为集中读文件。',
    cause: '活动方案临时拟定，没有听取党员意见。',
    measures: [{ text: '征集党员意见，制定下半年主题党日菜单', dueOn: '2026-07-03', doneOn: null }],
    dueOn: '2026-07-10',
  },
];
