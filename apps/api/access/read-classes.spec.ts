import type { CampaignEventType } from '@rectify/domain';
import { shownInLines, shownInReports } from './read-classes';

const line = (
  type: CampaignEventType,
  person_id: string | null = 'p-1',
  problem_id: string | null = null,
) => ({
  type,
  person_id,
  problem_id,
});

describe('what of an answer is confidential', () => {
  it('nothing, where lines say what was done and no more', () => {
    expect(shownInLines([line('StageOpened', null), line('PlanApproved')])).toBeNull();
    expect(shownInLines([line('ProblemReported', null, 'one')])).toBeNull();
  });

  it('who answered, voted or pledged; who reported stands above it, with the problems', () => {
    expect(shownInLines([line('VoteCast'), line('PlanApproved')])).toEqual({ class: 'F2', problems: [] });
    const lines = [line('CheckItemAnswered'), line('ProblemReported', 'p-1', 'one')];
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
