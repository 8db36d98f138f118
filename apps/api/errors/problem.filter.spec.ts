import { detailsOf } from './problem.filter';

describe('the words of a refusal', () => {
  it('have days as people write them, with their year; its params keep them for programs', () => {
    const { texts, detail, params } = detailsOf({
      ...{ code: 'DUE_BEFORE_START', field: 'dueOn', params: { start: '2026-07-31' } },
    });
    expect(texts.zh).toContain('期限早于2026年7月31日(周五)。');
    expect(texts.en).toContain('Fri 31 July 2026');
    expect(detail).toBe(texts.zh);
    expect(params).toEqual({ start: '2026-07-31' });
  });

  it('leave everything else as it is', () => {
    const { texts } = detailsOf({ code: 'NOT_UNIQUE', params: { code: '2026-13-31' } });
    expect(texts.zh).toContain('“2026-13-31”');
  });
});
