import { claimMail, finishMail, noteAttempt, tellChannels } from '@rectify/read-models';
import { attend, lookAt } from '@rectify/testing';
import type { Channel } from '@rectify/domain';
import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** What delivery has written down is shown with its channel and its reason. */
describe('what was sent and what failed', () => {
  let api: Api;
  let world: World;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    const campaignId = await launchOpen(api, world);
    const { application, clock, pool } = api.infrastructure;
    await clock.forwardTo('2026-03-27T00:31:00.000Z');
    while (await attend(application, campaignId, await lookAt(application, campaignId)));
    const { rows } = await pool.query<{ rung_id: string }>(
      'SELECT rung_id FROM outbox WHERE NOT merged ORDER BY rung_id LIMIT 2',
    );
    const rungs = rows.map(({ rung_id }) => rung_id);
    const at = await clock.now();
    const claim = async (channel: Channel, recipient: string, n: number): Promise<string> => {
      const mailId = `01900000-0000-8000-8000-00000000000${n}`;
      const mail = { mailId, channel, personId: recipient, messageId: `<${n}@a.test>`, subject: '提醒' };
      await claimMail(pool, { ...mail, composedOn: '2026-03-27', kind: 'digest' }, rungs.slice(0, 1), at);
      return mailId;
    };
    const { unitId, organisationMember } = world.branch;
    const failed = await claim('wecom', unitId, 1);
    await finishMail(pool, failed, { state: 'failed', at, error: 'WECOM_93000' });
    const waiting = await claim('dingtalk', unitId, 2);
    await noteAttempt(pool, waiting, { error: 'DINGTALK_130101', againInSeconds: 600 });
    const sent = await claim('email', organisationMember.personId, 3);
    await finishMail(pool, sent, { state: 'sent', at });
    const bounced = await claim('email', world.branch.publicityMember.personId, 4);
    await finishMail(pool, bounced, { state: 'failed', at, error: 'SMTP_550' });
  });
  afterAll(() => api?.stop());

  const list = async (token: string, query = '') => {
    const { status, body } = await api.ask(`/api/notifications${query}`, { token });
    expect(status).toBe(200);
    return (body.items as Record<string, unknown>[])
      .map(({ channel, status: state, error, recipient }) => ({ channel, state, error, recipient }))
      .sort((a, b) => String(a.channel).localeCompare(String(b.channel)));
  };

  it('shows the secretary each failed channel with its reason, and no recipient behind a robot', async () => {
    const { secretary, publicityMember } = world.branch;
    expect(await list(secretary.token, '?box=failed')).toEqual([
      {
        ...{ channel: 'email', state: 'failed', error: 'SMTP_550' },
        recipient: { personId: publicityMember.personId, name: expect.any(String) },
      },
      { channel: 'wecom', state: 'failed', error: 'WECOM_93000', recipient: null },
    ]);
  });

  it('shows a person what was sent to them, and of a group’s messages nothing', async () => {
    const { organisationMember, deputySecretary } = world.branch;
    expect(await list(organisationMember.token)).toMatchObject([
      { channel: 'email', state: 'sent', error: null },
    ]);
    expect(await list(deputySecretary.token)).toEqual([]);
    expect(await list(organisationMember.token, '?box=failed')).toEqual([]);
    expect(await list(world.other.secretary.token, '?box=failed')).toEqual([]);
  });

  it('tells everybody which channels are on and how the latest message of each fared, once a worker has said', async () => {
    const asked = async () => {
      const { status, body } = await api.ask('/api/channels', { token: world.branch.member.token });
      expect(status).toBe(200);
      return body.items as object[];
    };
    expect(await asked()).toEqual([]);
    const { pool } = api.infrastructure;
    const off = (channel: Channel) => ({ channel, on: false, sender: null });
    await tellChannels(pool, [
      { channel: 'email', on: true, sender: 'zhenggai@example.test' },
      { channel: 'wecom', on: true, sender: null },
      ...(['dingtalk', 'feishu', 'webhook'] as const).map(off),
    ]);
    const last = (state: string, error: string | null) => ({ on: '2026-03-27', state, error });
    expect(await asked()).toEqual([
      { channel: 'email', on: true, sender: 'zhenggai@example.test', last: last('failed', 'SMTP_550') },
      { channel: 'wecom', on: true, sender: null, last: last('failed', 'WECOM_93000') },
      { ...off('dingtalk'), last: last('trying', 'DINGTALK_130101') },
      { ...off('feishu'), last: null },
      { ...off('webhook'), last: null },
    ]);
    // A worker that starts with other settings is right from then on.
    await tellChannels(pool, [off('email')]);
    expect((await asked())[0]).toMatchObject(off('email'));
    expect((await api.ask('/api/channels')).status).toBe(401);
  });
});
