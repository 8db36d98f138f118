import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markOf, SHORTEST_ALIKE } from './alike';

const text = '修订支部议事规则，明确议题征集、会前酝酿和会后督办三个环节的责任人。';

describe('R3.14 a measure that stands in another plan', () => {
  it('R3.14 is known again whatever its widths, capitals, spaces and punctuation', () => {
    const others = [
      '修订支部议事规则,明确议题征集､会前酝酿和会后督办三个环节的责任人',
      ' 修订支部议事规则——明确议题征集\n会前酝酿和会后督办 三个环节的责任人！',
    ];
    expect(others.map(markOf)).toEqual(others.map(() => markOf(text)));
    expect(markOf('Ｒｅｖｉｓｅ the rules of the branch')).toBe(markOf('revise THE rules of the branch.'));
  });

  it('R3.14 is another with one other word or number', () => {
    expect(markOf(text.replace('三个', '四个'))).not.toBe(markOf(text));
    expect(markOf(`${text}2`)).not.toBe(markOf(text));
  });

  it('R3.14 is not looked for where its text is too short to be anybody’s own', () => {
    expect(['按期完成', '按规定执行，按期完成。', '', '，。！'].map(markOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(markOf('整'.repeat(SHORTEST_ALIKE - 1))).toBeNull();
    expect(markOf(`${'整'.repeat(SHORTEST_ALIKE - 1)}。`)).toBeNull();
    expect(markOf('整'.repeat(SHORTEST_ALIKE))).not.toBeNull();
    // Signs are counted, not the halves of which a rare character is made.
    expect(markOf('𠮷'.repeat(SHORTEST_ALIKE / 2))).toBeNull();
  });

  it('R3.14 says nothing of what it was made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: SHORTEST_ALIKE, maxLength: 200 }), (any) => {
        const mark = markOf(any);
        expect(mark === null || /^[0-9a-f]{64}$/.test(mark)).toBe(true);
      }),
    );
  });
});
