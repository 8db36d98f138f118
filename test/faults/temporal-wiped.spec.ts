import type { Client } from '../harness/client';
import { setFirstDay, setUpOrganisation } from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { attendance, clocks, untilAllHaveLooked, untilDelivered } from './attended';
import { openHistories, type Histories } from './pending-timer';
import { since, tell } from './tell';
import { readTheLog, rungsOf, twice, type TheLog } from './the-log';
import { fiveStages } from '../harness/launch';

/** First days of campaigns, so that each stands elsewhere on 27 March; the last one has not begun. */
const STARTS = ['2026-03-03', '2026-03-05', '2026-03-10', '2026-03-13', '2026-03-16', '2026-06-01'];
const BEFORE = '2026-03-27T02:00:00.000Z';
const AFTER = '2026-04-02T02:00:00.000Z';
/** Between a look and the timer that it sets lies one workflow task. */
const SLACK_MS = 10_000;

interface Launched {
  readonly id: string;
  readonly startOn: string;
  readonly secretary: Client;
}

/** Temporal holds no fact: with its database gone, every open campaign is attended again as before. */
describe("Temporal's database deleted", () => {
  let temporal: TestTemporal;
  let smtp: TestSmtp;
  let stack: Stack;
  let log: TheLog;
  let histories: Histories;
  let campaigns: readonly Launched[];
  let withdrawn: string;
  let noted: ReadonlyMap<string, string>;
  let wipedAt: Date;
  let oldCluster: string | null | undefined;

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    [temporal, smtp] = await Promise.all([testTemporal(), testSmtp(), setFirstDay(ownerUrl)]);
    stack = await startStack({ ownerUrl, temporalAddress: temporal.address, smtpUrl: smtp.url, workers: 1 });
    log = readTheLog(ownerUrl);
    const { branches } = await setUpOrganisation(stack, { branches: 2 });
    const launch = async (startOn: string, index: number): Promise<Launched> => {
      const { secretary, unitId } = branches[index % branches.length]!;
      const { body } = await secretary.command('/api/campaigns', {
        unitId,
        ...fiveStages,
        startOn,
      });
      return { id: String(body['id']), startOn, secretary };
    };
    const made: Launched[] = [];
    for (const [index, startOn] of [...STARTS, '2026-07-01'].entries())
      made.push(await launch(startOn, index));
    const last = made.pop()!;
    withdrawn = last.id;
    await last.secretary.command(`/api/campaigns/${withdrawn}/commands/withdraw-launch`, {
      reason: '重复发起',
    });
    campaigns = made;
    await forward(BEFORE);
  }, 150_000);

  afterAll(async () => {
    await histories?.close();
    await stack?.stop();
    await smtp?.stop();
    await log?.close();
    await temporal?.stop();
  });

  it('left campaigns that wait for different moments, some of them reminded already', async () => {
    noted = await nextWakes();
    expect(new Set(noted.values()).size).toBe(campaigns.length);
    const reminded = new Set(rungsOf(await log.events()).map(({ stream }) => stream));
    expect(reminded).toEqual(new Set([`campaign/${campaigns[0]?.id}`, `campaign/${campaigns[1]?.id}`]));
    expect(received()).not.toHaveLength(0);
    expect(received()).toEqual(await sent());
  });

  it('has every open campaign look again, and no other', async () => {
    [oldCluster] = (await attendance(log.pool)).map(({ cluster }) => cluster);
    await temporal.kill();
    temporal.wipe();
    wipedAt = (await clocks(log.pool)).real;
    const began = performance.now();
    await temporal.start();
    const started = since(began);
    const open = campaigns.map(({ id }) => `campaign/${id}`);
    const rows = await eventually(
      async () => {
        const all = await attendance(log.pool);
        const again = all.filter(
          ({ seen_at, cluster }) => seen_at && seen_at > wipedAt && cluster !== oldCluster,
        );
        return (
          [...open, 'delivery/email'].every((stream) => again.some((row) => row.stream === stream)) && all
        );
      },
      { what: 'every open campaign to look again', timeoutMs: 60_000 },
    );
    tell('temporal wiped', {
      campaigns: open.length,
      secondsToStart: started,
      secondsUntilAllHaveLooked: since(began),
    });
    expect(new Set(rows.filter(({ over }) => !over).map(({ cluster }) => cluster)).size).toBe(1);
    const over = rows.find(({ stream }) => stream === `campaign/${withdrawn}`);
    expect(over).toMatchObject({ over: true, cluster: oldCluster });
  }, 90_000);

  it('waits in each new history for the moment that was noted before', async () => {
    expect(await nextWakes()).toEqual(noted);
    histories = await openHistories(temporal.address, temporal.namespace);
    const { offsetMs } = await clocks(log.pool);
    for (const { id } of campaigns) {
      const history = await eventually(
        async () => {
          const found = await histories.read(`campaign/${id}`);
          return found.pendingTimers > 0 && found;
        },
        { what: `the timer of ${id}` },
      );
      expect(history.startedAt.getTime()).toBeGreaterThan(wipedAt.getTime());
      expect(history.pendingTimers).toBe(1);
      const firesAt = (history.timerFiresAt?.getTime() ?? 0) + offsetMs;
      const wanted = Date.parse(noted.get(id) ?? '');
      expect(firesAt).toBeGreaterThanOrEqual(wanted);
      expect(firesAt).toBeLessThan(wanted + SLACK_MS);
    }
  }, 60_000);

  it('RR6.5 goes on from there: each later reminder once, no earlier one again', async () => {
    const before = rungsOf(await log.events());
    await forward(AFTER);
    const after = rungsOf(await log.events());
    await log.expectNoDeedTwice();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    // The first campaign ended its screening on 30 March: three more rungs an aspect, and the next only on 7 April.
    const own = after.filter(({ stream }) => stream === `campaign/${campaigns[0]?.id}`);
    const perAspect = ['T-3', 'T-1', 'T', 'T+1', 'T+3'];
    for (const aspect of ['B1', 'B2', 'B3', 'B4', 'B5'])
      expect(own.filter(({ key }) => key.includes(`:${aspect}:`)).map(({ rung }) => rung)).toEqual(perAspect);
    expect((await nextWakes()).get(campaigns[0]?.id ?? '')).toBe('2026-04-07T00:30:00.000Z');
    tell('temporal wiped', {
      rungsBefore: before.length,
      rungsAfter: after.length,
      mails: smtp.mails.length,
    });
  }, 120_000);

  it('shows and sends none twice', async () => {
    const { rows } = await log.pool.query<{ rung_id: string }>(
      'SELECT rung_id FROM outbox WHERE outcome IS NULL ORDER BY rung_id',
    );
    const issued = rungsOf(await log.events()).map(({ id }) => id);
    expect(rows.map(({ rung_id }) => rung_id)).toEqual([...issued].sort());
    for (const { id, secretary } of campaigns)
      expect(await linesOf(secretary, id)).toBe(inStream(issued, id));
    expect(received()).toEqual(await sent());
    expect(twice(received())).toEqual([]);
    await log.expectUnbroken();
  });

  /** Sets the clock forward as time would have passed, and waits until all is looked at and delivered. */
  const forward = async (to: string): Promise<void> => {
    const { status, body } = await campaigns[0]!.secretary.send('POST', '/api/clock/forward', { to });
    expect([status < 300, body]).toMatchObject([true, { looked: true }]);
    await untilAllHaveLooked(log.pool);
    await untilDelivered(log.pool);
  };

  const nextWakes = async (): Promise<ReadonlyMap<string, string>> => {
    const views = campaigns.map(({ id, secretary }) =>
      secretary.get<{ nextWakeAt: string }>(`/api/campaigns/${id}`),
    );
    return new Map(
      (await Promise.all(views)).map(({ body }, index) => [campaigns[index]!.id, body.nextWakeAt]),
    );
  };

  const received = (): readonly string[] => smtp.mails.map(({ messageId }) => messageId).sort();

  /** What the ledger says of mails. */
  const sent = async (): Promise<readonly string[]> => {
    const { rows } = await log.pool.query<{ id: string }>(
      `SELECT message_id AS id FROM mail WHERE state = 'sent' ORDER BY message_id COLLATE "C"`,
    );
    return rows.map(({ id }) => id);
  };

  /** Reminders in a campaign's timeline as somebody reads it. */
  const linesOf = async (who: Client, id: string): Promise<number> => {
    let count = 0;
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: { body: { items: readonly { type: string }[]; next: string | null } } = await who.get(
        `/api/campaigns/${id}/timeline?limit=200${cursor}`,
      );
      count += page.body.items.filter(({ type }) => type === 'RemindersIssued').length;
      next = page.body.next;
    }
    return count;
  };
});

const inStream = (rungIds: readonly string[], id: string): number =>
  rungIds.filter((rungId) => rungId.startsWith(`campaign/${id}/`)).length;
