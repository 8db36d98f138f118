import { randomUUID } from 'node:crypto';
import type { BadRow } from './bad-requests';

/** What is wrong with a change of the problem list that nobody need owe: a late report, a merging, a split. */
export const badLists = (path: (command: string) => string): readonly BadRow[] => [
  [
    'a word about a problem that does not exist',
    () => ({ to: path('comment-on-problem'), body: { problemId: randomUUID(), text: '已沟通' } }),
    404,
    'PROBLEM_UNKNOWN',
    'problemId',
  ],
  [
    'a word with too many to be named in it',
    () => ({
      to: path('comment-on-problem'),
      body: {
        problemId: randomUUID(),
        text: '请看',
        mentions: Array.from({ length: 11 }, () => randomUUID()),
      },
    }),
    400,
    'VALIDATION',
    'mentions',
  ],
  [
    'a late report without its problem',
    () => ({ to: path('report-problem'), body: { item: 'B1-1' } }),
    400,
    'VALIDATION',
    'problem',
  ],
  [
    'a late report while the screening runs',
    () => ({ to: path('report-problem'), body: { item: 'B1-1', problem: { title: '迟到' } } }),
    409,
    'SCREENING_OPEN',
  ],
  [
    'a link without the problem that it leads to',
    () => ({ to: path('link-problem'), body: { item: 'B1-1', campaignId: randomUUID() } }),
    400,
    'VALIDATION',
    'problemId',
  ],
  [
    'a link to a campaign that there is not',
    () => ({
      to: path('link-problem'),
      body: { item: 'B1-1', campaignId: randomUUID(), problemId: randomUUID() },
    }),
    404,
    'CAMPAIGN_UNKNOWN',
    'campaignId',
  ],
  [
    'an end of a link that there is not',
    () => ({
      to: path('unlink-problem'),
      body: { item: 'B1-1', campaignId: randomUUID(), problemId: randomUUID(), reason: '误关联' },
    }),
    404,
    'NOT_LINKED',
    'problemId',
  ],
  [
    'an end of a link without a reason',
    () => ({
      to: path('unlink-problem'),
      body: { item: 'B1-1', campaignId: randomUUID(), problemId: randomUUID() },
    }),
    400,
    'VALIDATION',
    'reason',
  ],
  [
    'a withdrawal about a problem that does not exist',
    () => ({ to: path('withdraw-step'), body: { problemId: randomUUID(), reason: '漏看一条' } }),
    404,
    'PROBLEM_UNKNOWN',
    'problemId',
  ],
  [
    'a withdrawal without a reason',
    () => ({ to: path('withdraw-step'), body: { problemId: randomUUID() } }),
    400,
    'VALIDATION',
    'reason',
  ],
  [
    'a merging of nothing',
    () => ({ to: path('merge-problems'), body: { into: randomUUID(), problemIds: [], reason: '重复' } }),
    400,
    'VALIDATION',
    'problemIds',
  ],
  [
    'a merging into what does not exist',
    () => ({
      to: path('merge-problems'),
      body: { into: randomUUID(), problemIds: [randomUUID()], reason: '重复' },
    }),
    404,
    'PROBLEM_UNKNOWN',
    'into',
  ],
  [
    'a split into one part',
    () => ({
      to: path('split-problem'),
      body: { problemId: randomUUID(), parts: [{ title: '甲' }], reason: '两个问题' },
    }),
    400,
    'VALIDATION',
    'parts',
  ],
  [
    'a split with a part without a title',
    () => ({
      to: path('split-problem'),
      body: { problemId: randomUUID(), parts: [{ title: '甲' }, { detail: '乙' }], reason: '两个问题' },
    }),
    400,
    'VALIDATION',
    'parts[1].title',
  ],
];
