import { scopeOf, type Scope } from '@rectify/domain';
import { people, whenProblemIs } from '@rectify/testing';
import { ledgerOf } from '../of-state';
import { classOfColumn, mayReadReport, type ShownLedgerRow } from './ledger.mask';

const world = whenProblemIs('claimed', { 'B1-1': ['党课次数不足'] });
const as = (person: string, more: Partial<Scope> = {}): ShownLedgerRow => {
  const scope = { ...scopeOf(world.directory, person), ...more };
  return ledgerOf(scope, world.campaign)[0] as ShownLedgerRow;
};

describe('a row of the ledger, as somebody may read it', () => {
  const whole = as(people.publicity);
  const masked = as(people.member);

  it('has its causes, measures and results for the leading group', () => {
    expect(whole).toMatchObject({
      masked: false,
      root_cause: '制度执行不严',
      claim: { result: '问题已整改到位' },
      measures: [{ text: '修订议事规则', finished: { result: '已完成修订并执行' } }],
    });
  });

  it('has titles, states and dates for everybody else of the unit', () => {
    expect(masked).toMatchObject({
      ...{ masked: true, title: '党课次数不足', status: 'claimed', due_on: whole.due_on },
      ...{ root_cause: '', target: '', claim: { result: '', on: whole.claim?.on } },
    });
    expect(masked.measures).toMatchObject([
      { text: '', dueOn: whole.measures[0]?.dueOn, finished: { result: '' } },
    ]);
  });

  it('says to nobody but the triager and themselves who reported it', () => {
    expect([whole, masked].map(mayReadReport)).toEqual([false, false]);
    const reporter = Object.values(world.campaign.problems)[0]?.reported.by ?? '';
    expect(as(reporter).reported_by).toBe(reporter);
    expect(as(people.secretary, { triaged: [whole.problem_id] }).reported_by).toBe(reporter);
  });

  it('changes nothing of a column that is open, and every text of one that is not', () => {
    for (const [column, of] of Object.entries(classOfColumn) as [keyof typeof classOfColumn, string][]) {
      if (of === 'F0') expect([column, masked[column]]).toEqual([column, whole[column]]);
    }
    const words = ['制度执行不严', '按规定执行', '修订议事规则', '已完成修订并执行', '问题已整改到位'];
    expect(words.filter((word) => JSON.stringify(whole).includes(word))).toEqual(words);
    expect(words.filter((word) => JSON.stringify(masked).includes(word))).toEqual([]);
  });

  it('goes whole to whom the problem waits for, wherever they are', () => {
    expect(as(people.member, { problems: [whole.problem_id] }).masked).toBe(false);
  });
});
