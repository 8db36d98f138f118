import { catalogue, fill } from '@rectify/i18n';
import type { TimelineEntry, WhyDue } from '../api/types';
import type { Say } from '../i18n/use-text';
import { lastRound, planChanges } from './rounds';
import { whyLines } from './why-lines';
import { withdrawalOf } from './withdrawal';

const today = '2026-07-06';
const zh: Say = (key, params) => fill(catalogue['zh-CN'], key, params);
const measure = (id: string, text: string, dueOn: string) => ({
  ...{ id, text, dueOn, owner: null, finished: null, progress: 0 },
});

describe('a plan beside the one before it', () => {
  const before = {
    rootCause: 'cause',
    target: 'target',
    measures: [measure('1', 'one', '2026-07-15'), measure('2', 'two', '2026-07-31')],
  };

  it('is the same where nothing is otherwise, whatever its measures are numbered', () => {
    const again = {
      ...before,
      measures: [measure('9', 'one', '2026-07-15'), measure('2', 'two', '2026-07-31')],
    };
    expect(planChanges(before, again)).toEqual([]);
  });

  it('tells what was added, removed, reworded and moved', () => {
    const after = {
      rootCause: 'another',
      target: 'target',
      measures: [
        measure('1', 'one', '2026-07-22'),
        measure('2', 'two, in words', '2026-07-31'),
        measure('3', 'x', today),
      ],
    };
    expect(planChanges(before, after)).toEqual([
      { what: 'rootCause' },
      { what: 'moved', text: 'one', from: '2026-07-15', to: '2026-07-22' },
      { what: 'reworded', from: 'two', to: 'two, in words' },
      { what: 'added', text: 'x' },
    ]);
    expect(planChanges(after, before).map(({ what }) => what)).toContain('removed');
  });
});

describe('the round before', () => {
  const line = (version: number, type: string, text: string | null = null): TimelineEntry => ({
    ...{ version, line: 0, at: '2026-06-25T03:02:00.000Z', type, by: null, problemId: null, subject: {} },
    ...{ text, masked: [] },
  });

  it('is what was handed in before the latest return', () => {
    const record = [
      line(30, 'PlanSubmitted'),
      line(25, 'PlanReturned', 'second'),
      line(20, 'PlanSubmitted'),
      line(15, 'PlanReturned', 'first'),
      line(10, 'PlanSubmitted'),
    ];
    expect(lastRound(record, 'PlanReturned')).toMatchObject({ version: 20, missing: 'second' });
    expect(lastRound(record, 'ClaimReturned')).toBeNull();
    expect(lastRound(record.slice(4), 'PlanReturned')).toBeNull();
  });
});

describe('why it is that day', () => {
  it('goes from the rule over the base day and the roll to the result', () => {
    const why: Extract<WhyDue, { rule: 'duration' }> = {
      rule: 'duration',
      ...{ dueOn: '2026-10-08', provisional: false, from: '2026-09-28' },
      duration: { n: 5, unit: 'calendarDay' },
      base: '2026-10-03',
      roll: 'next',
      rolled: 'later',
      kept: true,
    };
    expect(whyLines(why, today, zh)).toEqual([
      '规则：5天内',
      '从9月28日起算，当天不计，到10月3日(周六)',
      '遇休息日：顺延到下一个工作日',
      '所以是10月8日(周四)',
    ]);
    expect(whyLines({ ...why, kept: false, provisional: true, rolled: 'none' }, today, zh).slice(2)).toEqual([
      '不是休息日，不顺延',
      '重新计算时这天已过，改为计算当天',
      '所以是10月8日(周四)',
      '暂按周一至周五推算',
    ]);
  });

  it('tells every day that was given, and why', () => {
    const dates: Extract<WhyDue, { dates: unknown }>['dates'] = [
      { dueOn: '2026-06-19', why: 'planned', on: '2026-04-20' },
      { dueOn: '2026-07-03', why: 'extended', on: '2026-06-17' },
    ];
    const why = { rule: 'own', dueOn: '2026-07-03', provisional: false, dates } as const;
    expect(whyLines(why, today, zh)).toEqual([
      '4月20日方案批准：6月19日',
      '6月17日延期批准：7月3日',
      '所以是7月3日(周五)',
    ]);
  });

  it('names the stage whose end it is', () => {
    const why = { rule: 'stageEnd', dueOn: '2026-07-31', provisional: false, stage: 'deadlines' } as const;
    const length = { n: 3, unit: 'month' } as const;
    expect(whyLines({ ...why, startOn: '2026-04-30', length }, today, zh)).toEqual([
      '“集中整改”阶段结束的那天',
      '该阶段4月30日开始，长3个月',
      '所以是7月31日(周五)',
    ]);
  });
});

it('says until when something can be taken back', () => {
  expect(zh(withdrawalOf('ClaimCompletion'))).toBe('审核之前可以撤回。');
  expect(zh(withdrawalOf('ApprovePlan'))).toBe('下一步办理之前可以由本人撤回。');
  expect(withdrawalOf('SignOffProblem')).toBe('withdraw.notAtAll');
});
