/** For specs: rungs of one campaign, what is owed of it, and mails that carry them. */
import { randomUUID } from 'node:crypto';
import type { MailKind } from '@rectify/domain';
import type { ObligationRow } from '../obligation/obligation.table';
import type { OutboxRow } from '../outbox/outbox.table';
import type { NewMail } from './delivery.rows';

const id = (n: number): string => `01900000-0000-7000-a000-${String(n).padStart(12, '0')}`;
/** As in the organisation of `@rectify/testing`. */
export const [organiser, secretary, branch] = [id(13), id(11), id(2)] as [string, string, string];
const stream = 'campaign/01900000-0000-7000-8000-000000000001';

export const rung = (n: number, more: Partial<OutboxRow> = {}): OutboxRow => ({
  rung_id: `${stream}/submitPlan:p${n}:1:1:T-1`,
  stream,
  campaign_id: '01900000-0000-7000-8000-000000000001',
  unit_id: branch,
  code: 'PDH-2026-B01',
  title: '排查整治',
  kind: 'submitPlan',
  subject: { type: 'problem', id: `p${n}`, problemId: `p${n}` },
  problem_code: `PDH-2026-B01-00${n}`,
  obligation_id: `id${n}`,
  key: `submitPlan:p${n}:1`,
  due_version: 1,
  due_on: '2026-04-02',
  rung: 'T-1',
  do: 'remind',
  on: '2026-04-01',
  merged: false,
  to: [],
  copy: [],
  outcome: null,
  recorded_at: `2026-04-01T00:30:0${n}.000Z`,
  ...more,
});

export const owed = (n: number, dueVersion = 1): ObligationRow => ({
  ...{
    stream,
    key: `submitPlan:p${n}:1`,
    id: `id${n}`,
    unit_id: branch,
    kind: 'submitPlan',
    due_on: '2026-04-02',
  },
  ...{
    campaign_code: 'PDH-2026-B01',
    campaign_title: '排查整治',
    subject: { type: 'problem', id: `p${n}` },
    refs: [],
  },
  ...{
    holder: { duty: null, person: null, posts: [], not: [], apartFrom: [] },
    due_version: dueVersion,
    since: '2026-03-01',
  },
  ...{
    armed_on: '2026-03-01',
    provisional: false,
    action: { command: 'SubmitPlan', defaults: {} },
    alternatives: [],
  },
  ...{ problem_code: null, problem_title: null },
});

export const mail = (kind: MailKind = 'digest', more: Partial<NewMail> = {}): NewMail => {
  const mailId = randomUUID();
  return {
    mailId,
    channel: 'email',
    personId: organiser,
    messageId: `<${mailId}@rectify>`,
    composedOn: '2026-04-01',
    kind,
    subject: '提醒',
    ...more,
  };
};
