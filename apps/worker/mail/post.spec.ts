import type { Frame } from './telling';
import { writePost } from './post';
import { toldRung as rung } from './told.examples';

const late = { ...rung, obligation_id: 'x', due_on: '2026-06-26', problem_code: 'PDH-2026-B01-003' };
const sensitive = { ...rung, kind: 'triageProblem', obligation_id: 's' } as const;
const frame = (kind: Frame['kind']): Frame => ({
  kind,
  today: '2026-06-30',
  publicUrl: 'https://example.test',
  language: 'zh-CN',
});

describe('a post to a group', () => {
  it('is a title and a link', () => {
    expect(writePost([rung], frame('atOnce'), 2_048).text).toBe(
      '还有3天·PDH-2026-B01-007 申请销号，7月3日(周五)到期\nhttps://example.test/t/abc',
    );
  });

  it('of several lists titles and links, the earliest due first, each obligation once', () => {
    const again = { ...rung, on: '2026-06-29' };
    expect(writePost([again, rung, late, sensitive], frame('catchUp'), 2_048).text).toBe(
      [
        '补发·3条提醒合并，逾期1项',
        '1. 逾期4天·PDH-2026-B01-003 申请销号',
        'https://example.test/t/x',
        '2. 还有3天·PDH-2026-B01-007 申请销号，7月3日(周五)到期',
        'https://example.test/t/abc',
        '3. 有1项工作7月3日(周五)到期',
        'https://example.test/t/s',
      ].join('\n'),
    );
  });

  it('of something sensitive tells a program nothing more either', () => {
    const { items } = writePost([sensitive, late], frame('digest'), 2_048);
    expect(items.map(({ of }) => of)).toEqual([
      {
        campaign: 'PDH-2026-B01',
        problem: 'PDH-2026-B01-003',
        kind: 'claimCompletion',
        rung: 'T-3',
        dueOn: '2026-06-26',
      },
      null,
    ]);
    expect(JSON.stringify(writePost([sensitive], frame('atOnce'), 2_048))).not.toContain('PDH');
  });

  it('is never longer than its channel takes, and counts what did not go in', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ ...rung, obligation_id: `o${n}` }));
    for (const mostBytes of [512, 2_048, 16_384]) {
      const { text, items } = writePost(many, frame('digest'), mostBytes);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
      expect(items).toHaveLength(300);
      const shown = text.match(/\/t\//g)?.length ?? 0;
      expect(text).toContain(`另有${300 - shown}项`);
    }
  });
});
