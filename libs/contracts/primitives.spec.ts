import fc from 'fast-check';
import { civilDate, idempotencyKey, instant, line, password, text, uuid } from './primitives';

const reasonOf = (
  schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: unknown[] } } },
  value: unknown,
) => {
  const result = schema.safeParse(value);
  if (result.success) return null;
  const [issue] = result.error?.issues as { code: string; params?: { reason?: string } }[];
  return issue?.params?.reason ?? issue?.code;
};

describe('what comes in', () => {
  it('is a day that exists', () => {
    expect(civilDate.parse('2028-02-29')).toBe('2028-02-29');
    for (const none of [
      '2026-02-30',
      '2026-13-01',
      '2026-2-3',
      '2026-02-03T00:00:00Z',
      '',
      '２０２６-02-03',
    ]) {
      expect([none, reasonOf(civilDate, none)]).toEqual([none, 'notADate']);
    }
    expect(reasonOf(civilDate, 20260203)).toBe('invalid_type');
  });

  it('is an instant in UTC', () => {
    expect(instant.parse('2026-03-02T01:00:00.000Z')).toBe('2026-03-02T01:00:00.000Z');
    for (const none of [
      '2026-03-02T24:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-03-02T01:00:00+08:00',
      '2026-03-02',
    ]) {
      expect([none, reasonOf(instant, none)]).toEqual([none, 'notAnInstant']);
    }
  });

  it('is an id in small letters', () => {
    expect(reasonOf(uuid, '0195545c-0000-7000-8000-000000000001')).toBeNull();
    expect(reasonOf(uuid, '0195545C-0000-7000-8000-000000000001')).toBe('notAnId');
    expect(reasonOf(uuid, '__proto__')).toBe('notAnId');
  });

  it('is text of n characters, not n+1 and not a hundred times as many; characters outside the first plane count once', () => {
    for (const letter of ['a', '整', '\u{20000}']) {
      expect(reasonOf(line(200), letter.repeat(200))).toBeNull();
      expect(reasonOf(line(200), letter.repeat(201))).toBe('tooLong');
      expect(reasonOf(line(200), letter.repeat(20_000))).toBe('tooLong');
    }
  });

  it('is trimmed, and nothing is not a text', () => {
    expect(line(5).parse('  整改  ')).toBe('整改');
    expect(reasonOf(text(5), ' \n ')).toBe('tooShort');
    expect(text(5, 0).parse('  ')).toBe('');
  });

  it('holds nothing that cannot be seen, but for line feeds and tabs in a text', () => {
    expect(text(20).parse('一\n二\t三')).toBe('一\n二\t三');
    expect(reasonOf(line(20), '一\n二')).toBe('notAccepted');
    const hidden = ['\u0000', '\u0007', '\u202e', '\u200b', '\u2066', '\ufeff', '\ud800', '\u2028', '\u0085'];
    for (const each of hidden) {
      expect([each, reasonOf(text(20), `一${each}二`)]).toEqual([each, 'notAccepted']);
      expect([each, reasonOf(line(20), `一${each}二`)]).toEqual([each, 'notAccepted']);
    }
  });

  it('is never longer than its bound, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (value) => {
        const result = line(100).safeParse(value);
        if (result.success) expect([...result.data].length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('keeps a password as it was typed', () => {
    expect(password.parse('  eight ch  ')).toBe('  eight ch  ');
    expect(reasonOf(password, 'seven77')).toBe('tooShort');
    expect(reasonOf(password, 'p'.repeat(129))).toBe('tooLong');
  });

  it('has a key of 8 to 128 printable characters', () => {
    expect(reasonOf(idempotencyKey, 'k'.repeat(8))).toBeNull();
    expect(reasonOf(idempotencyKey, 'k'.repeat(128))).toBeNull();
    for (const none of [
      'k'.repeat(7),
      'k'.repeat(129),
      'two words',
      '带汉字的键一二三',
      'quoted"key',
      'line\nfeed',
    ]) {
      expect([none, reasonOf(idempotencyKey, none)]).toEqual([none, 'notAKey']);
    }
  });
});
