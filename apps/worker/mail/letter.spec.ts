import { outcomeKinds } from '@rectify/domain';
import { writeLetter, type LetterFrame, type LetterItem } from './letter';
import { toldRung as rung } from './told.examples';

const item = (
  more: Partial<LetterItem['rung']> = {},
  as: LetterItem['as'] = 'holder',
  copied: string[] = [],
): LetterItem => ({
  rung: { ...rung, ...more },
  as,
  copied,
});
const frame = (more: Partial<LetterFrame> = {}): LetterFrame => ({
  kind: 'atOnce',
  name: '王小明',
  today: '2026-06-30',
  publicUrl: 'https://example.test',
  language: 'zh-CN',
  ...more,
});
const write = (one: LetterItem, more: Partial<LetterFrame> = {}) => writeLetter([one], frame(more));

describe('a letter of one reminder', () => {
  it('says how many days are left, what is to be done, why it came and where to do it', () => {
    expect(write(item())).toEqual({
      subject: '还有3天·PDH-2026-B01-007 申请销号，7月3日(周五)到期',
      text: [
        '王小明同志：',
        [
          '还有3天：申请销号（PDH-2026-B01-007），7月3日(周五)前完成。',
          '专项：平淡化随意化问题排查整治',
          '为什么收到：这件事由你办理。',
          '去办理：https://example.test/t/abc',
        ].join('\n'),
        '本邮件由系统发送，不用回复。\n',
      ].join('\n\n'),
    });
  });

  it.each([
    [
      '2026-07-02',
      '明天到期·PDH-2026-B01-007 申请销号',
      '明天到期：申请销号（PDH-2026-B01-007），7月3日(周五)24:00前提交算按期。',
    ],
    [
      '2026-07-03',
      '今天到期·PDH-2026-B01-007 申请销号（7月3日(周五)）',
      '今天到期：申请销号（PDH-2026-B01-007），24:00前提交算按期。',
    ],
    ['2026-07-06', '逾期3天·PDH-2026-B01-007 申请销号', '期限7月3日(周五)。仍可提交，记为逾期办结。'],
  ])('counts from the day it goes out, %s', (today, subject, line) => {
    const letter = write(item({ do: 'remindOverdue' }), { today });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(line);
  });

  it('names the copies to the holder, and tells the copied that it is not theirs', () => {
    const today = '2026-07-04';
    expect(write(item({}, 'holder', ['李四', '赵五']), { today }).text).toContain('抄送：李四、赵五');
    const copy = write(item({}, 'copy'), { today }).text;
    expect(copy).toContain('还没有办结。');
    expect(copy).toContain('为什么收到：抄送给你，不用办理。');
    expect(copy).toContain('查看：https://example.test/t/abc');
  });

  it('asks to assign somebody where nobody may act, and to see to it where a letter is due', () => {
    expect(write(item({}, 'assign')).text).toContain('请指定人员');
    const letter = write(item({ do: 'draftLetter' }), { today: '2026-07-10' }).text;
    expect(letter).toContain('系统不自动发函');
    expect(letter).toContain('为什么收到：这件事由你督促。');
  });

  it('of a kind of rung that has no words yet still asks whoever oversees it', () => {
    const unknown = { ...item(), rung: { ...rung, do: 'draftSomethingNew' as LetterItem['rung']['do'] } };
    const letter = write(unknown, { today: '2026-07-10' }).text;
    expect(letter).toContain('请予督促。');
    expect(letter).toContain('为什么收到：这件事由你督促。');
    expect(letter).not.toContain('act.');
  });

  it('names the aspect or the stage where there is no problem', () => {
    const aspect = item({
      kind: 'answerCheckItem',
      subject: { type: 'aspect', id: 'B1' },
      problem_code: null,
    });
    expect(write(aspect).subject).toContain('PDH-2026-B01 B1 回答检查项');
    const stage = item({
      kind: 'approveStage',
      subject: { type: 'stage', id: 'screening' },
      problem_code: null,
    });
    expect(write(stage).subject).toContain('PDH-2026-B01 排查 批准阶段结果');
  });

  it('R5.14 of something sensitive is a title and a link only', () => {
    const letter = write(item({ kind: 'triageProblem' }, 'holder', ['李四']));
    expect(letter.subject).toBe('有1项工作7月3日(周五)到期');
    expect(letter.text).toBe(
      '王小明同志：\n\n有1项工作要办理，7月3日(周五)到期。登录后查看。\nhttps://example.test/t/abc\n\n本邮件由系统发送，不用回复。\n',
    );
  });

  it('is written in English too', () => {
    expect(write(item(), { language: 'en', name: 'Wang', today: '2026-07-04' }).subject).toMatch(
      /^1 day late · PDH-2026-B01-007/,
    );
  });
});

describe('a digest', () => {
  const late = item({ obligation_id: 'x', due_on: '2026-06-26', problem_code: 'PDH-2026-B01-003' });

  it('lists everything, the earliest due first', () => {
    const { subject, text } = writeLetter([item(), late], frame({ kind: 'digest' }));
    expect(subject).toBe('今日提醒2条，逾期1项');
    expect(text).toContain('今天有2条提醒：');
    expect(text.indexOf('1. 逾期4天')).toBeLessThan(text.indexOf('2. 还有3天'));
    expect(writeLetter([item()], frame({ kind: 'digest' })).subject).toBe(
      '今日提醒1条，最早7月3日(周五)到期',
    );
  });

  it('that catches up says so, and tells each obligation once', () => {
    const { subject, text } = writeLetter(
      [item({ on: '2026-06-26' }), item(), late],
      frame({ kind: 'catchUp' }),
    );
    expect(subject).toBe('补发·2条提醒合并，逾期1项');
    expect(text).toContain('期限没有因此改变');
    expect(text.match(/还有3天/g)).toHaveLength(1);
  });
});

describe('RR4.11 what came of something', () => {
  const news = item({
    outcome: { what: 'extensionRefused', by: 'p' },
    rung: 'outcome',
    kind: 'decideExtension',
  });

  it('is a line of the digest behind the reminders, with why it came and where to look', () => {
    const { subject, text } = writeLetter([news, item()], frame({ kind: 'digest' }));
    expect(subject).toBe('今日提醒1条，最早7月3日(周五)到期');
    expect(text).toContain('今天有1条提醒：\n\n1. 还有3天：申请销号（PDH-2026-B01-007）');
    expect(text).toContain(
      [
        '有1项办理结果告知：\n',
        '1. 延期申请未批准（PDH-2026-B01-007），期限不变。',
        '专项：平淡化随意化问题排查整治',
        '为什么收到：这是与你有关的办理结果。',
        '查看：https://example.test/p/PDH-2026-B01-007',
      ].join('\n'),
    );
  });

  it('is the digest alone where no reminder is due', () => {
    const { subject, text } = writeLetter([news], frame({ kind: 'digest' }));
    expect(subject).toBe('有1项办理结果');
    expect(text).not.toContain('提醒');
  });

  it('is a title and a link only where it is sensitive', () => {
    const dropped = { what: 'letterDropped', by: 'p' } as const;
    const clue = item({ ...news.rung, kind: 'triageProblem', outcome: dropped });
    const { text } = writeLetter([clue], frame({ kind: 'digest' }));
    expect(text).toContain('1. 有1项办理结果。登录后查看。\nhttps://example.test/todo\n\n');
    expect(text).not.toContain('PDH');
  });

  it('has words in both languages, whatever it is', () => {
    for (const what of outcomeKinds)
      for (const language of ['zh-CN', 'en'] as const)
        expect(
          writeLetter(
            [item({ ...news.rung, outcome: { what, by: null } })],
            frame({ kind: 'digest', language }),
          ).text,
        ).toContain('PDH-2026-B01-007');
  });
});
