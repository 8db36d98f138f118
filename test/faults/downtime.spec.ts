import { createClock, type Clock } from '@rectify/event-store';
import type { Client, OfferedAction, OfferedObligation } from '../harness/client';
import { drive } from '../harness/drive';
import { fiveStages } from '../harness/launch';
import {
  mailOf,
  setFirstDay,
  setUpOrganisation,
  type Branch,
  type Organisation,
} from '../harness/organisation';
import { testPostgres } from '../harness/postgres';
import { testSmtp, type TestSmtp } from '../harness/smtp';
import { startStack, type Stack } from '../harness/stack';
import { testTemporal, type TestTemporal } from '../harness/temporal';
import { untilAllHaveLooked, untilDelivered } from './attended';
import { since, tell } from './tell';
import { readTheLog, rungsOf, type LoggedRung, type TheLog } from './the-log';

const STARTS = '2026-03-03';
/** The screening's last day, and the day of whatever is put right: a Monday, so that T-1 lies on a Sunday. */
const T = '2026-03-30';
/** T-4, Thursday evening: the last moment with a worker. */
const BEFORE = '2026-03-26T10:30:00.000Z';
/** T+2, Wednesday at ten: the first moment with a worker again. */
const AFTER = '2026-04-01T02:00:00.000Z';
const NEXT_MORNING = '2026-04-02T02:00:00.000Z';

/** Reckoned by hand: T-3 is Friday the 27th, T-1 moves from Sunday to that Friday, T+3 is Thursday the 2nd. */
const MISSED: readonly Missed[] = [
  ['T-3', '2026-03-27', true],
  ['T-1', '2026-03-27', true],
  ['T', '2026-03-30', true],
  ['T+1', '2026-03-31', false],
];
type Missed = readonly [rung: string, on: string, merged: boolean];

const ASPECTS = ['B1', 'B2', 'B3', 'B4', 'B5'];
const FINDINGS = { 'B1-1': ['党课次数不足'], 'B2-3': ['会前未充分谈心'], 'B5-1': ['主题党日流于形式'] };

/** The worker is off from T-3 to T+2, while forty obligations of nine people fall due and one more is discharged. */
describe('R5.7 the worker off from T-3 to T+2', () => {
  let temporal: TestTemporal;
  let smtp: TestSmtp;
  let stack: Stack;
  let log: TheLog;
  let clock: Clock;
  let district: Organisation['district'];
  let first: Branch;
  let second: Branch;
  let unanswered: readonly string[];
  let rectified: string;
  let finished = 'nothing yet';

  beforeAll(async () => {
    const ownerUrl = await (await testPostgres()).freshDatabase();
    [temporal, smtp] = await Promise.all([testTemporal(), testSmtp(), setFirstDay(ownerUrl)]);
    stack = await startStack({ ownerUrl, temporalAddress: temporal.address, smtpUrl: smtp.url, workers: 1 });
    log = readTheLog(ownerUrl);
    clock = createClock(log.pool);
    const organisation = await setUpOrganisation(stack, { branches: 2 });
    district = organisation.district;
    [first, second] = organisation.branches as [Branch, Branch];
    const launched: string[] = [];
    for (const branch of [first, first, first, second, second, second, second])
      launched.push(await launch(branch));
    unanswered = launched.slice(0, 6);
    rectified = launched[6] ?? '';
    await forward(`${STARTS}T02:00:00.000Z`);
    await putInRectification();
    await forward(BEFORE);
  }, 150_000);

  afterAll(async () => {
    await stack?.stop();
    await smtp?.stop();
    await log?.close();
    await temporal?.stop();
  });

  beforeEach(async () => {
    keys = [
      ...unanswered.flatMap((id) => ASPECTS.map((aspect) => `campaign/${id}/answerCheckItem:${aspect}:1`)),
      ...(await keysOfRectified()).filter((key) => !key.includes(finished)),
    ];
  });
  let keys: readonly string[] = [];

  it('had reminded of work a week ahead, and of nothing else', async () => {
    const rungs = rungsOf(await log.events());
    expect(rungs.map(({ rung, merged }) => [rung, merged])).toEqual(Array(10).fill(['T-7', false]));
    expect(new Set(rungs.map(({ stream }) => stream))).toEqual(new Set([`campaign/${rectified}`]));
    smtp.clear();
  });

  it('leaves people to their work', async () => {
    await stack.kill('worker');
    await clock.forwardTo(`${T}T02:00:00.000Z`);
    const { deputySecretary } = second;
    const [done] = (await deputySecretary.todo()).filter(({ kind }) => kind === 'finishMeasure');
    if (!done?.action) throw new Error('no measure is owed');
    const { key, action } = done;
    finished = key;
    await deputySecretary.command(action.path, { ...action.defaults, result: '已完成' });
    await clock.forwardTo(AFTER);
    const due = new Map<string, number>();
    for (const person of people())
      for (const { id, dueOn } of await person.todo()) if (dueOn === T) due.set(id, (due.get(id) ?? 0) + 1);
    expect([...due.values()]).toEqual(Array(40).fill(1));
  });

  it('has every rung once and none missing when it runs again, one event a campaign', async () => {
    const earlier = (await log.events()).length;
    const began = performance.now();
    await stack.restart('worker');
    // What the timers of its workflows would have done by now.
    await clock.askToRing(AFTER);
    await untilAllHaveLooked(log.pool, 60_000);
    tell('downtime', { secondsUntilAllHaveLooked: since(began) });

    const events = await log.events();
    expect(events).toHaveLength(earlier + 7);
    const issued = rungsOf(events).filter(({ rung }) => rung !== 'T-7');
    expect(keys).toHaveLength(40);
    expect(namesOf(issued)).toEqual(expected(MISSED));
    await log.expectNoDeedTwice();
  }, 90_000);

  it('tells each person in one digest of all that is theirs or that they are to know of', async () => {
    const began = performance.now();
    await forward('2026-04-01T02:01:00.000Z');
    tell('downtime', { secondsUntilDelivered: since(began), mails: smtp.mails.length });
    // Answers are copied to the secretary, work to the problem's lead. The secretary's own lateness goes up, to somebody
    // who has given no address: that mail is shown as failed.
    const told: readonly (readonly [Client, number])[] = [
      [first.organisationMember, 3 * 2],
      [first.deputySecretary, 3 * 2],
      [first.publicityMember, 3],
      [first.secretary, 3 * 5],
      [second.organisationMember, 3 * 2 + 3],
      [second.deputySecretary, 3 * 2 + 3 + 3],
      [second.publicityMember, 3 + 3],
      [second.secretary, 3 * 5 + 1 + 6],
    ];
    const got = smtp.mails.map(({ to, text }) => [to, text.match(/\/t\/[0-9a-z]+/g)?.length ?? 0]);
    expect(got.sort()).toEqual(told.map(([who, items]) => [[mailOf(who.account)], items]).sort());
    const { rows } = await log.pool.query<{ kind: string; state: string; people: string[] }>(
      `SELECT kind, state, array_agg(person_id ORDER BY person_id) AS people
       FROM mail WHERE composed_on = '2026-04-01' GROUP BY 1, 2 ORDER BY 2`,
    );
    expect(rows).toEqual([
      { kind: 'catchUp', state: 'failed', people: [district.secretary.personId] },
      { kind: 'catchUp', state: 'sent', people: told.map(([{ personId }]) => personId).sort() },
    ]);
  }, 60_000);

  it('goes up the ladder from there', async () => {
    await forward(NEXT_MORNING);
    const all = rungsOf(await log.events()).filter(({ rung }) => rung !== 'T-7');
    const next: readonly Missed[] = [...MISSED, ['T+3', '2026-04-02', false]];
    expect(namesOf(all)).toEqual(expected(next));
    await log.expectNoDeedTwice();
    await log.expectUnbroken();
  }, 60_000);

  /** As `<stream>/<key> <due version> <rung> <day> <merged>`, sorted. */
  const expected = (rungs: readonly Missed[]): readonly string[] =>
    keys.flatMap((key) => rungs.map((rung) => [key, 1, ...rung].join(' '))).sort();

  /** What the rectified campaign owes at T, named by what its facts brought into being. */
  const keysOfRectified = async (): Promise<readonly string[]> => {
    const stream = `campaign/${rectified}`;
    const owed = (await log.events(stream)).flatMap(({ type, data }) => {
      if (type !== 'PlanSubmitted') return [];
      const measures = data['measures'] as readonly { readonly id: string }[];
      return [
        `claimCompletion:${String(data['problemId'])}:1`,
        ...measures.map(({ id }) => `finishMeasure:${id}:1`),
      ];
    });
    return [...owed, 'confirmScreening:screening:1'].map((key) => `${stream}/${key}`);
  };

  const launch = async ({ secretary, unitId }: Branch): Promise<string> => {
    const { body } = await secretary.command('/api/campaigns', { unitId, ...fiveStages, startOn: STARTS });
    return String(body['id']);
  };

  const people = (): readonly Client[] => [
    district.secretary,
    ...[first, second].flatMap((branch) => [
      branch.secretary,
      branch.deputySecretary,
      branch.organisationMember,
      branch.disciplineMember,
      branch.publicityMember,
    ]),
  ];

  /** One campaign is answered and has three problems to be put right by T, the deputy's by three measures, the others by two. */
  const putInRectification = async (): Promise<void> => {
    let plans = 0;
    const fill = ({ command, defaults }: OfferedAction): Record<string, unknown> | undefined => {
      if (command !== 'SubmitPlan') return undefined;
      plans += 1;
      const measure = { text: '修订议事规则并执行', dueOn: T };
      const plan = { rootCause: '制度执行不严', target: '按规定执行', dueOn: T };
      return { ...defaults, ...plan, measures: Array(plans === 1 ? 3 : 2).fill(measure) };
    };
    const stays = ['finishMeasure', 'claimCompletion', 'confirmScreening'];
    const leave = ({ kind, action }: OfferedObligation): boolean =>
      stays.includes(kind) || !action?.path.includes(rectified);
    await drive(people(), { findings: FINDINGS, leave });
    // What is put right at once may be issued before the list is confirmed, before anybody owes it.
    for (const { type, data } of await log.events(`campaign/${rectified}`))
      if (type === 'ProblemIncluded')
        await second.secretary.command(`/api/campaigns/${rectified}/commands/issue-problem`, {
          ...{ problemId: data['problemId'], fixType: 'immediate', dueOn: T },
        });
    await drive(people(), { leave, fill });
  };

  /** Sets the clock forward as time would have passed, and waits until all is looked at and delivered. */
  const forward = async (to: string): Promise<void> => {
    const { status, body } = await first.secretary.send('POST', '/api/clock/forward', { to });
    expect([status < 300, body]).toMatchObject([true, { looked: true }]);
    await untilAllHaveLooked(log.pool);
    await untilDelivered(log.pool);
  };
});

const namesOf = (rungs: readonly LoggedRung[]): readonly string[] =>
  rungs
    .map(({ stream, key, dueVersion, rung, on, merged }) =>
      [`${stream}/${key}`, dueVersion, rung, on, merged].join(' '),
    )
    .sort();
