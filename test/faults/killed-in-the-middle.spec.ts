import { createClock } from '@rectify/event-store';
import type { Client } from '../harness/client';
import { setFirstDay, setUpOrganisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { untilAllHaveLooked } from './attended';
import { createJournal, tally, type Entry, type Journal } from './journal';
import { since, tell } from './tell';
import { readTheLog, rungsOf, type TheLog } from './the-log';
import { fiveStages } from '../harness/launch';

const COMMANDS = 200;
/** Friday before the screening's last day, Monday 30 March: T-3 and T-1 fall due at 08:30. */
const REMINDED = '2026-03-27T00:31:00.000Z';

/** As they name themselves to PostgreSQL. */
const API = 'rectify-api';
const WORKER = 'rectify-worker';

interface Reporter {
  readonly who: Client;
  readonly campaignId: string;
  readonly items: readonly string[];
}

/** Worker and api are killed while eight clients report problems: each report is one more fact, whoever repeats it. */
describe('worker and api killed in the middle of 200 commands', () => {
  let temporal: TestTemporal;
  let stack: Stack;
  let log: TheLog;
  let reporters: readonly Reporter[];
  let campaigns: readonly string[];
  let journal: Journal;
  /** Commands whose effect was in the log when their api was dead and their senders knew nothing of it. */
  let unheard: readonly Entry[] = [];

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    [temporal] = await Promise.all([testTemporal(), setFirstDay(ownerUrl)]);
    stack = await startStack({ ownerUrl, temporalAddress: temporal.address, workers: 1 });
    log = readTheLog(ownerUrl);
    const { branches } = await setUpOrganisation(stack, { branches: 4 });
    const launched = await Promise.all(
      branches.map(async ({ secretary, unitId, ...posts }) => {
        const { body } = await secretary.command('/api/campaigns', { unitId, ...fiveStages });
        const campaignId = String(body['id']);
        const items = await itemsOf(secretary, campaignId);
        return [
          { who: posts.organisationMember, campaignId, items: items('B1') },
          { who: posts.deputySecretary, campaignId, items: items('B2') },
        ];
      }),
    );
    reporters = launched.flat();
    campaigns = [...new Set(reporters.map(({ campaignId }) => campaignId))];
    await createClock(log.pool).forwardTo('2026-03-03T01:00:00.000Z');
  }, 120_000);

  afterAll(async () => {
    journal?.end();
    await stack?.stop();
    await log?.close();
    await temporal?.stop();
  });

  it('accepts every command, however often it has to be sent', async () => {
    journal = createJournal();
    const began = performance.now();
    const killings: Promise<void>[] = [];
    const underWay: number[] = [];
    const secondsToBeBack: number[] = [];
    const at = (accepted: number, deed: () => Promise<void>) =>
      journal.at(accepted, () => {
        underWay.push(journal.underWay());
        const killing = deed();
        killings.push(killing);
        // Nothing would ever answer.
        killing.catch(() => journal.end());
      });

    at(50, async () => {
      await stack.kill('api');
      secondsToBeBack.push(await timed(() => stack.restart('api')));
    });
    at(120, async () => {
      await killWhileAppending();
      const restarted = [timed(() => stack.restart('api')), timed(() => stack.restart('worker'))];
      secondsToBeBack.push(...(await Promise.all(restarted)));
    });
    const reporting = reporters.map((reporter) => report(reporter, COMMANDS / reporters.length));
    await Promise.allSettled(reporting);
    await Promise.all(killings);
    await Promise.all(reporting);
    const answers = tally(journal.attempts());
    const figures = {
      commands: COMMANDS,
      answers,
      unheard: unheard.length,
      secondsToBeBack,
      seconds: since(began),
    };
    tell('killed in the middle', figures);

    expect(killings).toHaveLength(2);
    expect(underWay.every((count) => count > 0)).toBe(true);
    expect(journal.entries).toHaveLength(COMMANDS);
    expect(journal.accepted()).toBe(COMMANDS);
    // At each kill everybody else had a command under way, which was sent again.
    expect(answers['broken']).toBeGreaterThanOrEqual(2 * (reporters.length - 1));
    expect(
      Object.keys(answers).filter((status) => !['broken', '200', '201', '409', '503'].includes(status)),
    ).toEqual([]);
  }, 120_000);

  it('had commands whose effect was there and whose answer was lost', () => {
    expect(unheard).not.toHaveLength(0);
    expect(unheard.filter(({ accepted }) => !accepted?.replayed)).toEqual([]);
    const repeated = journal.entries.filter(({ accepted }) => accepted?.replayed);
    expect(repeated.filter(({ attempts }) => !attempts.some(({ status }) => status === 'broken'))).toEqual(
      [],
    );
  });

  it('has 200 effects in the log, none twice, as each client was told', async () => {
    const began = performance.now();
    await untilAllHaveLooked(log.pool, 30_000);
    tell('killed in the middle', { secondsUntilAllHaveLooked: since(began) });
    const reported = (await log.events()).filter(({ type }) => type === 'ProblemReported');
    expect(reported).toHaveLength(COMMANDS);
    expect(new Set(reported.map(({ data }) => data['problemId'])).size).toBe(COMMANDS);
    await log.expectOneEffectEach(journal.entries);
    await log.expectUnbroken();
  });

  it('shows them to whoever reads', async () => {
    const seen = await Promise.all(
      reporters.map(({ who, campaignId }) =>
        who.get<{ counts: { reported: number } }>(`/api/campaigns/${campaignId}`),
      ),
    );
    expect(seen.map(({ body }) => body.counts.reported)).toEqual(
      reporters.map(() => COMMANDS / campaigns.length),
    );
  });

  it('was reminded once by the worker that was killed', async () => {
    await log.expectNoDeedTwice();
    const rungs = rungsOf(await log.events());
    for (const campaignId of campaigns) {
      // Nobody has answered the fifth aspect.
      const own = rungs.filter(
        ({ stream, key }) => stream === `campaign/${campaignId}` && key.includes(':B5:'),
      );
      expect(own.map(({ rung, merged }) => [rung, merged])).toEqual([
        ['T-3', true],
        ['T-1', false],
      ]);
    }
  });

  /** One client: one report after the other, each under a key of its own until it is accepted. */
  const report = async ({ who, campaignId, items }: Reporter, count: number): Promise<void> => {
    for (let number = 1; number <= count; number += 1) {
      const problems = [{ title: `${who.account} ${number}` }];
      await journal.send({
        who,
        path: `/api/campaigns/${campaignId}/commands/answer-check-items`,
        body: { answers: [{ item: items[number % items.length], answer: 'problem', problems }] },
      });
    }
  };

  /**
   * Holds the campaigns' heads when all of them have a reminder due, so that appends of api and worker wait inside
   * PostgreSQL; kills both; lets go. What waited first goes on to its end without anybody to tell it to.
   */
  const killWhileAppending = async (): Promise<void> => {
    const clock = createClock(log.pool);
    const held = await log.pool.connect();
    try {
      await clock.forwardTo(REMINDED);
      // A reading tells the api of the new time: on its own it would try the next command on the old one.
      await reporters[0]?.who.get(`/api/campaigns/${campaigns[0]}`);
      for (const id of campaigns)
        await held.query('SELECT pg_advisory_lock(head_lock($1))', [`campaign/${id}`]);
      await clock.askToRing(REMINDED);
      await eventually(bothWait, { what: 'appends of api and worker that wait', everyMs: 5 });
      await Promise.all([stack.kill('api'), stack.kill('worker')]);
    } finally {
      await held.query('SELECT pg_advisory_unlock_all()');
      held.release();
    }
    await eventually(async () => (await connected()) === 0, { what: 'the appends that were cut off to end' });
    unheard = await log.effective(journal.entries.filter(({ accepted }) => !accepted));
  };

  /** Appends of both are in line, one of the api's before any other. */
  const bothWait = async (): Promise<boolean> => {
    const line = await waiting();
    const first = line.filter(({ lock }, index) => line.findIndex((other) => other.lock === lock) === index);
    return first.some(({ name }) => name === API) && line.some(({ name }) => name === WORKER);
  };

  /** Connections that the killed processes have left behind in PostgreSQL. */
  const connected = async (): Promise<number> => {
    const { rows } = await log.pool.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('${API}', '${WORKER}')`,
    );
    return rows[0]?.count ?? 0;
  };

  /** Whose appends wait for a head, those that came first before the others. */
  const waiting = async (): Promise<readonly { lock: string; name: string }[]> => {
    const { rows } = await log.pool.query<{ lock: string; name: string }>(
      `SELECT l.classid || '/' || l.objid AS lock, a.application_name AS name
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = 'advisory' AND NOT l.granted AND a.datname = current_database() AND a.query LIKE '%append%'
       ORDER BY l.waitstart`,
    );
    return rows;
  };
});

const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return since(began);
};

/** The codes of an aspect's ordinary items. */
const itemsOf = async (who: Client, campaignId: string): Promise<(aspect: string) => readonly string[]> => {
  interface View {
    readonly aspects: readonly { code: string; items: readonly { code: string; clue: boolean }[] }[];
  }
  const { body } = await who.get<View>(`/api/campaigns/${campaignId}`);
  return (aspect) =>
    (body.aspects.find(({ code }) => code === aspect)?.items ?? [])
      .filter(({ clue }) => !clue)
      .map(({ code }) => code);
};
