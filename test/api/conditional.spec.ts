import { startApi, type Api } from './harness/api';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

describe('what was read before', () => {
  let api: Api;
  let world: World;
  let campaignId: string;

  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
  });
  afterAll(() => api?.stop());

  const read = (token: string, headers: Record<string, string> = {}) =>
    api.ask(`/api/campaigns/${campaignId}`, { token, headers });
  const answer = (item: string, ifMatch: string) =>
    api.command(
      world.branch.organisationMember.token,
      `/api/campaigns/${campaignId}/commands/answer-check-items`,
      { answers: [{ item, answer: 'noProblem' }] },
      { 'if-match': ifMatch },
    );

  it('is not sent again while it is the same, and is when it is not', async () => {
    const { token } = world.branch.secretary;
    const first = await read(token);
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(new RegExp(`^"${first.body.version}\\.[A-Za-z0-9_-]{22}"$`));
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await read(token, { 'if-none-match': known });
      expect([known, again.status, again.body, again.headers['etag']]).toEqual([known, 304, '', etag]);
    }
    expect((await answer('B1-1', etag)).status).toBe(200);
    const changed = await read(token, { 'if-none-match': etag });
    expect([changed.status, changed.body.version]).toEqual([200, first.body.version + 1]);
  });

  it('holds of every list too, and of nobody else’s', async () => {
    const { organisationMember: one, member } = world.branch;
    for (const path of ['/api/campaigns', '/api/obligations', `/api/campaigns/${campaignId}/timeline`]) {
      const etag = String((await api.ask(path, one)).headers['etag']);
      expect((await api.ask(path, { ...one, headers: { 'if-none-match': etag } })).status).toBe(304);
    }
    const etag = String((await api.ask('/api/obligations', one)).headers['etag']);
    expect(
      (await api.ask('/api/obligations', { ...member, headers: { 'if-none-match': etag } })).status,
    ).toBe(200);
  });

  it('is what a command may insist on: with a later version it is refused, and the log is as it was', async () => {
    const { token } = world.branch.secretary;
    const { headers, body } = await read(token);
    const etag = String(headers['etag']);
    expect((await answer('B1-2', etag)).status).toBe(200);
    const before = await api.logSize();
    for (const stale of [etag, `"${body.version}"`, `W/"${body.version}"`]) {
      const refused = await answer('B1-3', stale);
      expect([stale, refused.status, refused.body.code, refused.body.params]).toEqual([
        stale,
        412,
        'STALE_VERSION',
        { version: body.version + 1 },
      ]);
    }
    for (const none of ['12', '"x"', '"12.short"', '*'])
      expect([none, (await answer('B1-3', none)).body.field]).toEqual([none, 'If-Match']);
    expect(await api.logSize()).toBe(before);
  });
});
