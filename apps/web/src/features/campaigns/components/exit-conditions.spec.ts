import { text } from '@rectify/i18n';
import type { Campaign, Problem } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';
import { aProblem } from '../../../shared/ledger/ledger.examples';
import { exitConditions } from './exit-conditions';

const t: Say = (key, params) => text('zh-CN', key, params);
const at = (stage: Campaign['stage']): Campaign => ({ stage, aspects: [] }) as unknown as Campaign;
const problems = (...statuses: readonly Problem['status'][]): Problem[] =>
  statuses.map((status, index) => aProblem({ number: index + 1, status }));

describe('what a stage still waits for', () => {
  it.each<[Campaign['stage'], Problem['status'][], string, boolean]>([
    ['measures', ['rectifying', 'sustained'], '方案已批准 2/2', true],
    ['deadlines', ['claimed', 'rectifying'], '已申请销号 1/2', false],
    ['deadlines', ['claimed', 'sustained'], '已申请销号 1/2（长期坚持1项转入复核周期，不影响结束）', true],
    [
      'signOff',
      ['closed', 'sustained', 'accepted'],
      '已销号 1/3（长期坚持1项转入复核周期，不影响结束）',
      false,
    ],
    ['signOff', ['closed', 'sustained'], '已销号 1/2（长期坚持1项转入复核周期，不影响结束）', true],
    ['signOff', ['closed', 'merged', 'terminated'], '已销号 1/1', true],
  ])('in %s with %j is “%s”', (stage, statuses, told, isMet) =>
    expect(exitConditions(at(stage), problems(...statuses), t)).toEqual([{ text: told, isMet }]),
  );
});
