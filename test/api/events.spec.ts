import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS } from '@rectify/contracts';
import { drive } from '../harness/drive';
import { eventually } from '../harness/wait';
import { startApi, type Api } from './harness/api';
import { OWN_PAGE } from './harness/browser';
import { clientOf } from './harness/client';
import { openStream, type EventStream } from './harness/event-stream';
import { cookieOf, launchOpen, setUpWorld, type World } from './harness/organisation';

describe('server-sent events', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  let url: string;
  const opened: EventStream[] = [];

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterEach(() => opened.splice(0).forEach((each) => each.close()));
  afterAll(() => api?.stop());

  const listen = async (headers: Record<string, string>, campaign?: string): Promise<EventStream> => {
    const stream = await openStream(`${url}/api/events${campaign ? `?campaign=${campaign}` : ''}`, headers);
    opened.push(stream);
    return stream;
  };
  const by = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });
  const begun = async (headers: Record<string, string>, campaign?: string): Promise<EventStream> => {
    const stream = await listen(headers, campaign);
    expect((await stream.next())?.event).toBe('listening');
    return stream;
  };
  const answer = async (item: string): Promise<number> => {
    const path = `/api/campaigns/${campaignId}/commands/answer-check-items`;
    const done = await api.command(world.branch.organisationMember.token, path, {
      answers: [{ item, answer: 'noProblem' }],
    });
    expect(done.status).toBe(200);
    return done.body.version;
  };
  it('tell of the campaign that is open, by its id and version alone', async () => {
    const secretary = await begun(by(world.branch.secretary), campaignId);
    const version = await answer('B1-1');
    expect(await secretary.next()).toMatchObject({ event: 'campaign', data: { campaignId, version } });
    expect(Object.keys(secretary.heard[1]?.data ?? {})).toEqual(['campaignId', 'version']);
  });

  it('tell nobody of a campaign that they may not see, and of nothing that is not theirs', async () => {
    const other = await begun(by(world.other.secretary), campaignId);
    const secretary = await begun(by(world.branch.secretary), campaignId);
    await answer('B1-2');
    expect((await secretary.next())?.event).toBe('campaign');
    // Looked at in the same round: had it been told anything, it would have been by now.
    await answer('B1-3');
    expect((await secretary.next())?.event).toBe('campaign');
    expect(other.heard.map(({ event, data }) => [event, data])).toEqual([['listening', {}]]);
    const unknown = await begun(by(world.other.secretary), '0190f000-0000-7000-8000-000000000001');
    expect(unknown.heard).toEqual(other.heard);
  });

  it('go on from the last that was heard', async () => {
    const first = await begun(by(world.branch.secretary), campaignId);
    const { id } = first.heard[0] as { id: string };
    first.close();
    const version = await answer('B1-4');
    const again = await begun({ ...by(world.branch.secretary), 'last-event-id': id }, campaignId);
    expect(await again.next()).toMatchObject({ event: 'campaign', data: { campaignId, version } });
    const calm = await begun(
      { ...by(world.branch.secretary), 'last-event-id': again.heard[1]?.id ?? '' },
      campaignId,
    );
    await answer('B1-5');
    expect((await calm.next())?.data).toEqual({ campaignId, version: version + 1 });
  });

  it('end with the session, and nobody hears a word more', async () => {
    const cookie = await cookieOf(api, 'deputy');
    const deputy = await begun({ cookie }, campaignId);
    await api.ask('/api/session', { method: 'DELETE', headers: { cookie, ...OWN_PAGE } });
    expect(await deputy.next()).toBeNull();
    expect(deputy.heard).toHaveLength(1);
    expect((await listen({ cookie })).status).toBe(401);
  });

  it('hold no place for whoever was gone before they were heard', async () => {
    const { port } = new URL(url);
    const { token } = world.branch.disciplineMember;
    const asked = `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`;
    // They leave while it is found out who they are: at once, and a little later each time.
    for (let count = 0; count < 40; count += 1) {
      const line = connect(Number(port), '127.0.0.1');
      await once(line, 'connect');
      line.write(asked);
      await delay(count / 10);
      line.destroy();
      await once(line, 'close');
    }
    await eventually(
      async () => {
        const stream = await listen(by(world.branch.disciplineMember));
        return (await stream.next())?.event === 'listening';
      },
      { timeoutMs: 10_000, what: 'a place to listen from' },
    );
    for (let count = 1; count < LIMITS.events.perPerson; count += 1)
      await begun(by(world.branch.disciplineMember));
  });

  it('are so many a person, and no more', async () => {
    const { perPerson } = LIMITS.events;
    for (let count = 0; count < perPerson; count += 1) await begun(by(world.branch.member));
    const refused = await api.ask('/api/events', world.branch.member);
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
      429,
      'TOO_MANY_STREAMS',
      String(LIMITS.events.comeAgainSeconds),
    ]);
    expect((await begun(by(world.branch.publicityMember))).status).toBe(200);
    opened[0]?.close();
  });

  it('are for whoever is signed in, and for a campaign by its id', async () => {
    expect((await listen({})).status).toBe(401);
    expect((await listen(by(world.branch.member), 'x')).status).toBe(400);
  });

  it('tell of what one owes, once it is another, with nothing of what it is', async () => {
    const { organisationMember } = world.branch;
    const listening = await begun(by(organisationMember));
    await drive([clientOf(api, organisationMember)]);
    expect(await listening.next()).toMatchObject({ event: 'obligations', data: {} });
    expect((await api.ask('/api/obligations', organisationMember)).body.items).toEqual([]);
  });
});
