/** For specs: one urgent message of a unit's. */
import type { Outgoing } from './channel';

export const outgoing: Outgoing = {
  id: '01900000-0000-8000-8000-00000000000a',
  messageId: '<one@example.test>',
  to: null,
  kind: 'atOnce',
  subject: '今天到期·PDH-2026-B01-007 申请销号（7月3日(周五)）',
  text: '今天到期·PDH-2026-B01-007 申请销号（7月3日(周五)）\nhttps://example.test/t/abc',
  items: [
    {
      title: '今天到期·PDH-2026-B01-007 申请销号（7月3日(周五)）',
      url: 'https://example.test/t/abc',
      of: {
        campaign: 'PDH-2026-B01',
        problem: 'PDH-2026-B01-007',
        kind: 'claimCompletion',
        rung: 'T',
        dueOn: '2026-07-03',
      },
    },
  ],
  at: '2026-07-03T00:30:00.000Z',
};
