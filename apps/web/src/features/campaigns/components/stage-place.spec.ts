import { text } from '@rectify/i18n';
import type { Campaign } from '../../../shared/api/types';
import type { Say } from '../../../shared/i18n/use-text';
import { stageDays } from './stage-place';

const t: Say = (key, params) => text('zh-CN', key, params);
const running = {
  ...{ stage: 'deadlines', status: 'open' },
  road: [{ stage: 'deadlines', is: 'open', startOn: '2026-04-16', endOn: '2026-07-31' }],
} as unknown as Campaign;

it.each([
  ['2026-04-15', '本阶段4月16日—7月31日'],
  ['2026-07-06', '本阶段4月16日—7月31日，还有25天'],
  ['2026-07-31', '本阶段4月16日—7月31日，今天是最后一天'],
  ['2026-08-02', '本阶段4月16日—7月31日，已过2天，还没有结束'],
])('on %s the stage has its days, and how many of them are left', (today, told) =>
  expect(stageDays(running, today, t)).toBe(told),
);

it('a campaign that has ended is in no stage', () =>
  expect(stageDays({ ...running, status: 'signedOff', stage: 'over' }, '2026-08-02', t)).toBeNull());
