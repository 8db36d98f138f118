import type { FieldClass } from '@rectify/domain';
import { shownInLines, shownInReports } from './read-classes';

const line = (shown: FieldClass, problem_id: string | null = null) => ({ shown, problem_id });

describe('what of an answer is confidential', () => {
  it('nothing, where lines say what was done and no more', () => {
    expect(shownInLines([line('F0'), line('F1', 'one')])).toBeNull();
  });

  it('who answered, voted or pledged; who reported stands above it, with the problems', () => {
    expect(shownInLines([line('F2'), line('F1')])).toEqual({ class: 'F2', problems: [] });
    const lines = [line('F2'), line('F3', 'one')];
    expect(shownInLines([...lines, ...lines])).toEqual({ class: 'F3', problems: ['one'] });
  });

  it('the words of a report until its triage, where its key is there', () => {
    expect(shownInReports({})).toBeNull();
    expect(shownInReports({ one: null })).toBeNull();
    expect(shownInReports({ one: { title: 'a', detail: 'b' }, two: null })).toEqual({
      class: 'F3',
      problems: ['one'],
    });
  });
});
