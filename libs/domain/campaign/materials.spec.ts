import { templateState } from '@rectify/testing';
import { materialsOf } from './materials';

describe('the papers that a launch asks for', () => {
  it('are the records that its items look at, each named once, and the texts to be written', () => {
    const aspects = templateState().latest?.aspects ?? [];
    const named = aspects.flatMap(({ items }) => items.flatMap((item) => item.minimumEvidence ?? []));
    const { looked, written } = materialsOf(aspects, [{ kind: 'draftPledgeText' }, { kind: 'approveStage' }]);
    expect(written).toBe(1);
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.length).toBeLessThan(named.length);
    expect([...looked].sort()).toEqual([...new Set(named)].sort());
  });

  it('are none where the template names none', () => {
    expect(materialsOf([], [])).toEqual({ looked: [], written: 0 });
  });
});
