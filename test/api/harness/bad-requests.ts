import { randomUUID } from 'node:crypto';
import { badLists } from './bad-lists';

/** What is asked, and how: everything that is not named is right. */
export interface Bad {
  readonly to?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly by?: 'nobody' | 'member' | 'other';
}

export type BadRow = readonly [what: string, bad: () => Bad, status: number, code: string, field?: string];

/** A command that is accepted while screening is open, of whoever answers for the first aspect. */
export const right = { answers: [{ item: 'B1-1', answer: 'noProblem' }] };

export const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

const titled = (title: string) => ({
  answers: [{ item: 'B1-1', answer: 'problem', problems: [{ title }] }],
});

const verdict = (wrong: object = {}) => ({
  problemId: randomUUID(),
  ...{ round: 1, verdict: 'holds', looked: '抽查会议记录', evidence: '支部工作手册' },
  ...wrong,
});

/** What is wrong, and how it is refused: status, code and field. `path` gives a command's route on the campaign. */
export const badRequests = (path: (command: string, campaignId?: string) => string): readonly BadRow[] => [
  ['an unknown command', () => ({ to: path('burn-ledger') }), 404, 'NOT_FOUND'],
  ["the process's own command", () => ({ to: path('issue-reminders'), body: {} }), 404, 'NOT_FOUND'],
  ['an unknown field', () => ({ body: { ...right, urgent: true } }), 400, 'VALIDATION', 'urgent'],
  [
    'an unknown field deep inside',
    () => ({
      body: { answers: [{ item: 'B1-1', answer: 'problem', problems: [{ title: '迟到', by: 'x' }] }] },
    }),
    400,
    'VALIDATION',
    'answers[0].problems[0].by',
  ],
  ['a wrong type', () => ({ body: { answers: 'all' } }), 400, 'VALIDATION', 'answers'],
  ['a missing field', () => ({ body: {} }), 400, 'VALIDATION', 'answers'],
  ['no body', () => ({ body: '' }), 400, 'VALIDATION', 'body'],
  ['a body that is no JSON', () => ({ body: '{"answers":' }), 400, 'VALIDATION', 'body'],
  ['a body that is a list', () => ({ body: '[]' }), 400, 'VALIDATION', 'body'],
  [
    'a poisoned prototype',
    () => ({ body: '{"__proto__":{"admin":true},"answers":[]}' }),
    400,
    'VALIDATION',
    'body',
  ],
  [
    'a title of 10,000 characters',
    () => ({ body: titled('长'.repeat(10_000)) }),
    400,
    'VALIDATION',
    'answers[0].problems[0].title',
  ],
  [
    'a title of 201 characters',
    () => ({ body: titled('长'.repeat(201)) }),
    400,
    'VALIDATION',
    'answers[0].problems[0].title',
  ],
  [
    'a title with an invisible character',
    () => ({ body: titled('迟\u202e到') }),
    400,
    'VALIDATION',
    'answers[0].problems[0].title',
  ],
  [
    'a title with NUL',
    () => ({ body: titled('迟\u0000到') }),
    400,
    'VALIDATION',
    'answers[0].problems[0].title',
  ],
  [
    'an answer that does not exist',
    () => ({ body: { answers: [{ item: 'B1-1', answer: 'maybe' }] } }),
    400,
    'VALIDATION',
    'answers[0].answer',
  ],
  ['a body over the bound', () => ({ body: titled('长'.repeat(70_000)) }), 413, 'TOO_LARGE'],
  [
    'a body that is not declared as JSON',
    () => ({ headers: { ...key(), 'content-type': 'text/plain' } }),
    415,
    'NOT_JSON',
  ],
  [
    'an address over the bound',
    () => ({ to: `${path('answer-check-items')}?${'a'.repeat(2_100)}` }),
    414,
    'URL_TOO_LONG',
  ],
  ['no Idempotency-Key', () => ({ headers: {} }), 400, 'VALIDATION', 'Idempotency-Key'],
  [
    'a short Idempotency-Key',
    () => ({ headers: { 'idempotency-key': 'short' } }),
    400,
    'VALIDATION',
    'Idempotency-Key',
  ],
  [
    'an Idempotency-Key with a space',
    () => ({ headers: { 'idempotency-key': 'two words, both long' } }),
    400,
    'VALIDATION',
    'Idempotency-Key',
  ],
  [
    'a version that is none',
    () => ({ headers: { ...key(), 'if-match': 'latest' } }),
    400,
    'VALIDATION',
    'If-Match',
  ],
  ['a stale version', () => ({ headers: { ...key(), 'if-match': '"1"' } }), 412, 'STALE_VERSION'],
  ['no session', () => ({ by: 'nobody' }), 401, 'NO_SESSION'],
  [
    'a token that is none',
    () => ({ by: 'nobody', headers: { ...key(), authorization: `Bearer ${'x'.repeat(43)}` } }),
    401,
    'NO_SESSION',
  ],
  ['a person without the post', () => ({ by: 'member' }), 403, 'NOT_YOURS'],
  ['a person of another unit', () => ({ by: 'other' }), 404, 'NOT_FOUND'],
  [
    'a campaign that does not exist',
    () => ({ to: path('answer-check-items', randomUUID()) }),
    404,
    'NOT_FOUND',
  ],
  ['a campaign id that is none', () => ({ to: path('answer-check-items', 'first') }), 404, 'NOT_FOUND'],
  [
    'another directory',
    () => ({ to: '/api/directories/other/commands/register-person', body: { personId: randomUUID() } }),
    404,
    'NOT_FOUND',
  ],
  [
    'an item that does not exist',
    () => ({ body: { answers: [{ item: 'Z9', answer: 'noProblem' }] } }),
    400,
    'ITEM_UNKNOWN',
    'answers[0].item',
  ],
  [
    'a problem that does not exist',
    () => ({ to: path('acknowledge-problem'), body: { problemId: randomUUID() } }),
    404,
    'PROBLEM_UNKNOWN',
    'problemId',
  ],
  ...badLists(path),
  [
    'a seed that somebody would like',
    () => ({ to: path('draw-sample'), body: { basisHash: '0'.repeat(64), seed: '0'.repeat(64) } }),
    400,
    'VALIDATION',
    'seed',
  ],
  [
    'a draw of nothing that was shown',
    () => ({ to: path('draw-sample'), body: {} }),
    400,
    'VALIDATION',
    'basisHash',
  ],
  [
    'a draw before its stage by somebody else',
    () => ({ to: path('draw-sample'), body: { basisHash: '0'.repeat(64) } }),
    403,
    'NOT_YOURS',
  ],
  [
    'a verdict that does not exist',
    () => ({ to: path('record-verdict'), body: verdict({ verdict: 'maybe' }) }),
    400,
    'VALIDATION',
    'verdict',
  ],
  [
    'a verdict of no sample',
    () => ({ to: path('record-verdict'), body: verdict({ round: 0 }) }),
    400,
    'VALIDATION',
    'round',
  ],
  [
    'a verdict on nothing that was looked at',
    () => ({ to: path('record-verdict'), body: verdict({ looked: ' ' }) }),
    400,
    'VALIDATION',
    'looked',
  ],
  [
    'a verdict with 2,001 characters of evidence',
    () => ({ to: path('record-verdict'), body: verdict({ evidence: '长'.repeat(2_001) }) }),
    400,
    'VALIDATION',
    'evidence',
  ],
  [
    'a verdict on a problem that does not exist',
    () => ({ to: path('record-verdict'), body: verdict() }),
    404,
    'PROBLEM_UNKNOWN',
    'problemId',
  ],
  [
    'an order of merged review without a reason',
    () => ({ to: path('order-merged-review'), body: { reason: ' ' } }),
    400,
    'VALIDATION',
    'reason',
  ],
  [
    'an order of merged review by the unit itself',
    () => ({ to: path('order-merged-review'), body: { reason: '人少' } }),
    403,
    'NOT_YOURS',
  ],
  [
    'a stage that is not open',
    () => ({ to: path('approve-stage'), body: { stage: 'deadlines', basisHash: '0'.repeat(64) } }),
    403,
    'NOT_YOURS',
  ],
];
