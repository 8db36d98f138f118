import { isDead, meaningOf, meanings } from './meaning';

const press = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
const link = { tagName: 'A', isContentEditable: false };

describe('a key', () => {
  it.each(Object.entries(meanings))('%s means %s', (keys, meaning) => {
    const [first = '', second] = keys.split(' ');
    if (second === undefined) return expect(meaningOf({ key: first, before: null }).meaning).toBe(meaning);
    const { begun } = meaningOf({ key: first, before: null });
    return expect(meaningOf({ key: second, before: begun }).meaning).toBe(meaning);
  });

  it('of two keys means nothing by itself, and behind another key what it always means', () => {
    expect(meaningOf({ key: 't', before: null }).meaning).toBeNull();
    expect(meaningOf({ key: 'j', before: 'g' }).meaning).toBe('down');
    expect(meaningOf({ key: 'g', before: 'g' })).toEqual({ meaning: null, begun: 'g' });
    expect(meaningOf({ key: 'toString', before: null }).meaning).not.toBe('help');
  });

  it('never decides: what commits needs Ctrl+Enter in its form', () => {
    expect(Object.values(meanings)).not.toContain('commit');
    expect(meaningOf({ key: 'Enter', before: null }).meaning).toBeNull();
  });

  it('is dead in fields, while composing and beside Ctrl, Alt and Meta', () => {
    expect(isDead({ ...press, key: 'a' }, link)).toBe(false);
    expect(isDead({ ...press, key: 'a' }, null)).toBe(false);
    expect(isDead({ ...press, key: 'a', isComposing: true }, link)).toBe(true);
    expect(isDead({ ...press, key: 'Process' }, link)).toBe(true);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect(isDead({ ...press, key: 'a', [modifier]: true }, link)).toBe(true);
    for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT'])
      expect(isDead({ ...press, key: 'a' }, { tagName, isContentEditable: false })).toBe(true);
    expect(
      isDead({ ...press, key: 'a' }, { tagName: 'INPUT', type: 'checkbox', isContentEditable: false }),
    ).toBe(false);
    expect(isDead({ ...press, key: 'a' }, { tagName: 'DIV', isContentEditable: true })).toBe(true);
  });
});
