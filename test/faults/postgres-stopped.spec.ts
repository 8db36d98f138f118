import type { Answer, Client } from '../harness/client';
import { request } from '../harness/client';
import { PASSWORD, setFirstDay, setUpOrganisation } from '../harness/organisation';
import { ownPostgres, type OwnPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { eventually } from '../harness/wait';
import { attemptOf, createJournal, tally, type Attempt, type Journal } from './journal';
import { since, tell } from './tell';
import { readTheLog, type TheLog } from './the-log';
import { fiveStages } from '../harness/launch';

interface Reporter {
  readonly who: Client;
  readonly campaignId: string;
}

/** How PostgreSQL goes away: in order, and at once. */
const WAYS = [
  ['stopped', (server: OwnPostgres) => server.stopServer()],
  ['killed', (server: OwnPostgres) => server.kill()],
] as const;

/** Without PostgreSQL nothing is accepted and nothing is lost: 503, and the same key later gives one effect. */
describe.each(WAYS)('PostgreSQL %s', (way, takeAway) => {
  let server: OwnPostgres;
  let stack: Stack;
  let log: TheLog;
  let reporters: readonly Reporter[];
  let journal: Journal;
  /** What was asked while PostgreSQL was away. */
  let health: readonly number[];
  let meanwhile: readonly (readonly [string, Attempt])[];

  beforeAll(async () => {
    server = await ownPostgres();
    const ownerUrl = await server.freshDatabase();
    await setFirstDay(ownerUrl);
    stack = await startStack({ ownerUrl, workers: 1 });
    log = readTheLog(ownerUrl);
    const { branches } = await setUpOrganisation(stack, { branches: 2 });
    const launched = await Promise.all(
      branches.map(async ({ secretary, unitId, ...posts }) => {
        const launch = { unitId, ...fiveStages, startOn: '2026-03-02' };
        const { body } = await secretary.command('/api/campaigns', launch);
        const campaignId = String(body['id']);
        return [posts.organisationMember, posts.deputySecretary].map((who) => ({ who, campaignId }));
      }),
    );
    reporters = launched.flat();
    journal = createJournal();
  }, 90_000);

  afterAll(async () => {
    journal?.end();
    await stack?.stop();
    await log?.close();
    await server?.stop();
  });

  it('answers 503 with Retry-After, commands and reads alike, and never 500', async () => {
    const began = performance.now();
    let isBack = false;
    let underWay = 0;
    const gone = new Promise<void>((resolve) =>
      journal.at(20, () => {
        underWay = journal.underWay();
        resolve(takeAway(server));
      }),
    );
    const asking = reporters.map((reporter, index) => report(reporter, index, () => isBack));
    await gone;
    expect(underWay).toBeGreaterThan(0);
    meanwhile = await askEverything(reporters[0]!);
    health = await Promise.all(
      ['/api/health', '/api/ready'].map(async (path) => (await request(`${stack.url}${path}`)).status),
    );
    const away = since(began);
    await server.startAgain();
    isBack = true;
    await Promise.all(asking);

    expect(meanwhile.map(([what, { status, code }]) => [what, status, code])).toEqual(
      meanwhile.map(([what]) => [what, 503, 'UNAVAILABLE']),
    );
    const unavailable = [...meanwhile.map(([, attempt]) => attempt), ...journal.attempts()].filter(
      ({ status }) => status === 503,
    );
    expect(unavailable.filter(({ retryAfter }) => !(Number(retryAfter) >= 1))).toEqual([]);
    const answers = tally(journal.attempts());
    expect(Object.keys(answers).filter((status) => !['200', '201', '503'].includes(status))).toEqual([]);
    expect(answers['503']).toBeGreaterThanOrEqual(reporters.length);
    tell(`postgres ${way}`, {
      commands: journal.entries.length,
      answers,
      awaySeconds: away,
      seconds: since(began),
    });
  }, 90_000);

  it('is alive all the while, and ready again by itself', async () => {
    expect(health).toEqual([200, 503]);
    const again = async () => (await request(`${stack.url}/api/ready`)).status === 200;
    await eventually(again, { what: 'the api to be ready' });
    expect((await fetch(`${stack.urls.worker[0]}/health`)).status).toBe(200);
  });

  it('gives each key one effect', async () => {
    const reported = (await log.events()).filter(({ type }) => type === 'ProblemReported');
    expect(reported).toHaveLength(journal.entries.length);
    expect(new Set(reported.map(({ data }) => data['problemId'])).size).toBe(reported.length);
    await log.expectOneEffectEach(journal.entries);
    await log.expectUnbroken();
  });

  /** Reports problems one after the other until PostgreSQL has been away and is back, and then some more. */
  const report = async (
    { who, campaignId }: Reporter,
    index: number,
    isBack: () => boolean,
  ): Promise<void> => {
    const item = index % 2 === 0 ? 'B1-1' : 'B2-1';
    for (let number = 1, more = 5; more > 0; number += 1) {
      const problems = [{ title: `${who.account} ${number}` }];
      const path = `/api/campaigns/${campaignId}/commands/answer-check-items`;
      await journal.send({ who, path, body: { answers: [{ item, answer: 'problem', problems }] } });
      if (isBack()) more -= 1;
    }
  };

  const askEverything = async ({
    who,
    campaignId,
  }: Reporter): Promise<readonly (readonly [string, Attempt])[]> => {
    const get = (path: string): [string, Promise<Answer>] => [`GET ${path}`, who.get(path)];
    const credentials = { account: who.account, password: PASSWORD };
    const asked: [string, Promise<Answer>][] = [
      ...[
        '/api/me',
        '/api/campaigns',
        '/api/templates',
        '/api/notifications',
        '/api/obligations?holder=me',
      ].map(get),
      ...['', '/problems', '/timeline', '/summary'].map((part) => get(`/api/campaigns/${campaignId}${part}`)),
      get(`/api/campaigns/${campaignId}?asOf=2026-03-02`),
      [
        'POST /api/campaigns',
        who.send('POST', '/api/campaigns', {}, { 'idempotency-key': 'without a database' }),
      ],
      ['POST /api/session', request(`${stack.url}/api/session`, { method: 'POST', body: credentials })],
    ];
    return Promise.all(asked.map(async ([what, answer]) => [what, attemptOf(await answer)] as const));
  };
});
