import { createClock } from '@rectify/event-store';
import type { Client } from '../harness/client';
import { drive } from '../harness/drive';
import {
  setFirstDay,
  setUpOrganisation,
  mailOf,
  type Branch,
  type Organisation,
} from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { attendance, untilAllHaveLooked, untilDelivered } from './attended';
import { since, tell } from './tell';
import { readTheLog, rungsOf, type TheLog } from './the-log';
import { fiveStages } from '../harness/launch';

/** Their screening ends on Thursday 16 April: on the 22nd T-3 to T+3 have fallen due, T+7 has not. */
const OVERDUE_FROM = '2026-03-19';
/** The walked campaign's last windows begin on that day. */
const TODAY = '2026-04-22';

/** People never wait for Temporal: it starts when one campaign is over and two others have been overdue for days. */
describe('Temporal never started', () => {
  let temporal: TestTemporal;
  let smtp: TestSmtp;
  let stack: Stack;
  let log: TheLog;
  let organisation: Organisation;
  let walking: Branch;
  let idle: Branch;
  let walked: string;
  let overdue: readonly string[];

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    [temporal, smtp] = await Promise.all([
      testTemporal({ started: false }),
      testSmtp(),
      setFirstDay(ownerUrl),
    ]);
    stack = await startStack({ ownerUrl, temporalAddress: temporal.address, smtpUrl: smtp.url, workers: 1 });
    log = readTheLog(ownerUrl);
    organisation = await setUpOrganisation(stack, { branches: 2 });
    [walking, idle] = organisation.branches as [Branch, Branch];
  }, 120_000);

  afterAll(async () => {
    await stack?.stop();
    await smtp?.stop();
    await log?.close();
    await temporal?.stop();
  });

  it('launches campaigns', async () => {
    walked = await launch(walking);
    overdue = [await launch(idle, { startOn: OVERDUE_FROM }), await launch(idle, { startOn: OVERDUE_FROM })];
  });

  it('lets people walk one through all five stages to its sign-off, every command accepted', async () => {
    const began = performance.now();
    const everybody = [
      ...peopleOf(walking),
      organisation.district.secretary,
      organisation.district.supervisor,
    ];
    const findings = { 'B1-1': ['党课次数不足'], 'B2-3': ['会前未充分谈心'] };
    let done = 0;
    for (const stage of ['screening', 'problemList', 'measures', 'deadlines']) {
      await setClock(await startOf(walked, stage));
      done += await drive(everybody, { findings });
    }
    const events = await log.events(`campaign/${walked}`);
    const closed = events.filter(({ type }) => type === 'StageClosed').map(({ data }) => data['stage']);
    expect(closed).toEqual(['screening', 'problemList', 'measures', 'deadlines', 'signOff']);
    expect(await view(walked)).toMatchObject({
      status: 'signedOff',
      stage: 'over',
      counts: { problems: 2, closed: 2 },
    });
    tell('temporal never started', { commands: done, seconds: since(began) });
  }, 120_000);

  it('has the others lie overdue, and nobody reminded', async () => {
    const moved = await walking.secretary.send('POST', '/api/clock/forward', {
      to: `${TODAY}T03:00:00.000Z`,
    });
    expect(moved.body).toMatchObject({ looked: false });
    for (const id of overdue)
      expect(await view(id)).toMatchObject({ status: 'open', stage: 'screening', overdue: 5 });
    expect(rungsOf(await log.events())).toEqual([]);
    expect((await attendance(log.pool)).filter(({ seen_at }) => seen_at)).toEqual([]);
    expect(smtp.mails).toEqual([]);
  });

  it('R5.7 sends one digest a person of both once it is started, and none of the finished one', async () => {
    const began = performance.now();
    await temporal.start();
    await untilAllHaveLooked(log.pool, 60_000);
    await untilDelivered(log.pool);
    tell('temporal never started', { secondsUntilCaughtUp: since(began), mails: smtp.mails.length });

    const addressees = smtp.mails.flatMap(({ to }) => to).sort();
    const { organisationMember, deputySecretary, publicityMember, secretary } = idle;
    const reached = [organisationMember, deputySecretary, publicityMember, secretary];
    expect(addressees).toEqual(reached.map(({ account }) => mailOf(account)).sort());
    const { rows } = await log.pool.query<{ kind: string; state: string }>('SELECT kind, state FROM mail');
    expect(rows).toEqual(reached.map(() => ({ kind: 'catchUp', state: 'sent' })));
    // Two aspects each are the organisation member's and the deputy's; the secretary gets a copy of all.
    const items = (who: Client): number =>
      smtp.mails.find(({ to }) => to.includes(mailOf(who.account)))?.text.match(/\/t\/[0-9a-z]+/g)?.length ??
      0;
    expect(reached.map(items)).toEqual([4, 4, 2, 10]);
  }, 90_000);

  it('sends nobody more for the rest of the day', async () => {
    const moved = await walking.secretary.send('POST', '/api/clock/forward', {
      to: `${TODAY}T09:59:00.000Z`,
    });
    expect(moved.body).toMatchObject({ looked: true });
    expect(smtp.mails).toHaveLength(4);
  });

  it('RR6.5 has recorded every rung of the overdue ones once, and the earlier as merged', async () => {
    const rungs = rungsOf(await log.events());
    expect(new Set(rungs.map(({ stream }) => stream))).toEqual(
      new Set(overdue.map((id) => `campaign/${id}`)),
    );
    expect(rungs).toHaveLength(2 * 25);
    expect(rungs.filter(({ merged }) => !merged).map(({ rung }) => rung)).toEqual(Array(2 * 5).fill('T+3'));
    await log.expectNoDeedTwice();
    await log.expectUnbroken();
  });

  it('has nothing left to do for the finished one', async () => {
    const row = (await attendance(log.pool)).find(({ stream }) => stream === `campaign/${walked}`);
    expect(row).toMatchObject({ over: true, next_wake_at: null });
  });

  const launch = async ({ secretary, unitId }: Branch, more: { startOn?: string } = {}): Promise<string> => {
    const { body } = await secretary.command('/api/campaigns', { unitId, ...fiveStages, ...more });
    return String(body['id']);
  };

  /** Ten in the morning of a day. Nobody attends anything, so there is nothing to walk to. */
  const setClock = (day: string): Promise<void> => createClock(log.pool).forwardTo(`${day}T02:00:00.000Z`);

  interface View {
    readonly stage: string;
    readonly road: readonly { readonly stage: string; readonly startOn: string }[];
  }
  const view = async (id: string): Promise<View> => {
    const { secretary } = id === walked ? walking : idle;
    return (await secretary.get<View>(`/api/campaigns/${id}`)).body;
  };
  const startOf = async (id: string, stage: string): Promise<string> =>
    (await view(id)).road.find((part) => part.stage === stage)?.startOn ?? '';
});

const peopleOf = ({
  secretary,
  deputySecretary,
  organisationMember,
  disciplineMember,
  publicityMember,
}: Branch): Client[] => [secretary, deputySecretary, organisationMember, disciplineMember, publicityMember];
