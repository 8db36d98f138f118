import type { PendingRung } from '@rectify/read-models';
import { personIds, unitIds } from '@rectify/testing';
import { sortRungs } from './sort-rungs';

const post = (name: 'secretary' | 'organisationMember' | 'deputySecretary') => ({
  duty: null,
  person: null,
  posts: [name],
  not: [],
  apartFrom: [],
});
const rung = (more: Partial<PendingRung> = {}): PendingRung => ({
  rung_id: 'r',
  stream: 'campaign/c',
  campaign_id: 'c',
  unit_id: unitIds.branch,
  code: 'PDH',
  title: '',
  kind: 'claimCompletion',
  subject: { type: 'problem', id: 'p' },
  problem_code: null,
  obligation_id: 'o',
  key: 'k',
  due_version: 1,
  due_on: '2026-07-03',
  rung: 'T+1',
  do: 'remindOverdue',
  on: '2026-07-06',
  merged: false,
  to: [post('organisationMember')],
  copy: [post('secretary')],
  recorded_at: '2026-07-06T00:30:00.000Z',
  outcome: null,
  deliveries: [],
  stands: true,
  ...more,
});
const { organiser, secretary } = personIds;
const directory = {
  root: unitIds.branch,
  units: { [unitIds.branch]: { code: 'B', name: '', parentId: null, children: [] } },
  unitByCode: {},
  people: {},
  ended: {},
  posts: { [unitIds.branch]: { organisationMember: [organiser], secretary: [secretary] } },
  unitCount: 1,
  personCount: 2,
  away: {},
  absent: {},
  standing: {},
  administrators: {},
  proposals: {},
  delegations: {},
  entrusted: {},
  grants: {},
  inspecting: {},
};
const sent = (recipient: string) => ({ recipient, state: 'sent' as const, mailId: 'm' });

describe('what becomes of a rung', () => {
  it('is a notice for everybody it reaches and who has none', () => {
    const { pending, settled } = sortRungs([rung({ deliveries: [sent(secretary)] })], directory, 'email');
    expect(pending).toEqual([
      {
        rungId: 'r',
        personId: organiser,
        rung: 'T+1',
        on: '2026-07-06',
        recordedAt: '2026-07-06T00:30:00.000Z',
      },
    ]);
    expect(settled).toEqual([]);
  });

  it('is nothing more where everybody has one', () => {
    expect(
      sortRungs([rung({ deliveries: [sent(secretary), sent(organiser)] })], directory, 'email'),
    ).toMatchObject({
      pending: [],
      dropped: [],
      settled: ['r'],
    });
  });

  it('is dropped for those left where it was discharged', () => {
    expect(
      sortRungs([rung({ stands: false, deliveries: [sent(secretary)] })], directory, 'email'),
    ).toMatchObject({
      pending: [],
      dropped: [{ rungId: 'r', recipient: organiser }],
      settled: ['r'],
    });
  });

  it('waits where it reaches nobody, and is settled when it is discharged', () => {
    const empty = { ...directory, posts: {} };
    expect(sortRungs([rung()], empty, 'email')).toMatchObject({ pending: [], dropped: [], settled: [] });
    expect(sortRungs([rung({ stands: false })], empty, 'email')).toMatchObject({
      pending: [],
      dropped: [],
      settled: ['r'],
    });
  });

  it('is the unit’s once, over a channel that a group reads', () => {
    const empty = { ...directory, posts: {} };
    const { pending, settled } = sortRungs([rung()], empty, 'wecom');
    expect(pending.map(({ personId }) => personId)).toEqual([rung().unit_id]);
    expect(settled).toEqual([]);
    const told = rung({ deliveries: [sent(rung().unit_id)] });
    expect(sortRungs([told], empty, 'wecom')).toMatchObject({ pending: [], settled: [told.rung_id] });
  });
});
