// npm run bench:big -- [--problems 300] [--seconds 10]: one campaign in its stage “deadlines”, ten people at work in it at once.
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createApplication, type Application } from '@rectify/application';
import { currentStage, obligations, type CampaignCommand, type Obligation } from '@rectify/domain';
import {
  createClock,
  createPostgresStore,
  eventStoreMigrations,
  payloadHash,
  type EventStore,
} from '@rectify/event-store';
import { readModelMigrations } from '@rectify/read-models';
import { driveCampaign, sendTo, setUp, type Seen } from '../../libs/testing/drive-campaign';
import { migratedDatabase } from '../../libs/testing/migrated-database';
import { personIds } from '../../libs/testing/organisation-commands';
import { campaignNo, launchOf } from '../../libs/testing/sending';
import { discharge, newId, type Findings } from '../../libs/testing/walk-campaign';
import { ownPostgres } from '../harness/postgres';
import { clearDeadRuns, endRun } from '../harness/run-folder';
import { closedLoop, type Ask } from './closed-loop';
import { rounded } from './figures';
import { say, step } from './progress';

const { values } = parseArgs({ options: { problems: { type: 'string' }, seconds: { type: 'string' } } });
const PROBLEMS = Number(values.problems ?? 300);
const MEASURES_EACH = 3;
const CLIENTS = 10;
const ITEMS = ['B1-1', 'B1-2', 'B2-3', 'B3-1'];
const FIRST_DAY = '2026-03-02T02:00:00.000Z';
const [MOST_P99_MS, MOST_FOLD_MS] = [100, 150];
const FOLDS = 9;

const findings: Findings = Object.fromEntries(
  ITEMS.map((item, at) => [
    item,
    Array.from(
      { length: Math.floor(PROBLEMS / ITEMS.length) + (at < PROBLEMS % ITEMS.length ? 1 : 0) },
      (_, n) => `${item} 之问题${n + 1}`,
    ),
  ]),
);

/** A plan has three measures; everything else is done as it is offered. */
const withMeasures = (obligation: Obligation): CampaignCommand | null => {
  if (obligation.kind !== 'submitPlan') return null;
  const plan = discharge(obligation, findings);
  if (plan.type !== 'SubmitPlan') return null;
  const [first] = plan.data.measures;
  if (!first) return null;
  const measures = Array.from({ length: MEASURES_EACH }, () => ({ ...first, id: newId() }));
  return { type: plan.type, data: { ...plan.data, measures } };
};

/** Progress, finished measures and assignments: what people send in this stage, each by whom it is owed. */
const clientsOf = (application: Application, { campaign }: Seen): Ask[] => {
  const id = campaignNo(1);
  const measures = Object.values(campaign.problems).flatMap(
    ({ id: problemId, plan }) => plan?.measures.map(({ id: measureId }) => ({ problemId, measureId })) ?? [],
  );
  let sent = 0;
  const send = async (person: string, command: CampaignCommand): Promise<string | null> => {
    sent += 1;
    const handled = await application.handle(
      { aggregate: 'campaign', id, command },
      {
        actor: { kind: 'person', personId: person },
        key: { space: 'person', principal: person, id: `bench-${sent}` },
        payloadHash: payloadHash({ sent }),
      },
    );
    return handled.ok ? null : handled.refusal.code;
  };
  const owner = (problemId: string): string => campaign.problems[problemId]?.plan?.by ?? personIds.organiser;
  return Array.from({ length: CLIENTS }, (_, client) => {
    const mine = measures.filter((__, at) => at % CLIENTS === client);
    // Every fourth is finished, once; what is finished takes no progress.
    const [toFinish, inWork] = [
      mine.filter((_one, at) => at % 4 === 0),
      mine.filter((_one, at) => at % 4 > 0),
    ];
    let next = 0;
    return () => {
      next += 1;
      const done = next % 5 === 0 ? toFinish.pop() : undefined;
      if (done)
        return send(owner(done.problemId), { type: 'FinishMeasure', data: { ...done, result: '已完成' } });
      const one = inWork[next % inWork.length];
      if (!one) throw new Error('a client without a measure');
      if (next % 7 === 0) {
        const person = next % 2 === 0 ? personIds.discipline : personIds.deputy;
        const data = { duty: 'reviewer' as const, subject: one.problemId, person, reason: '分工' };
        return send(personIds.secretary, { type: 'AssignDuty', data });
      }
      return send(owner(one.problemId), { type: 'ReportProgress', data: { ...one, text: `进展${next}` } });
    };
  });
};

/** The whole log read and folded by a process that knows nothing, and the folding alone. */
const folded = async (store: EventStore): Promise<{ readonly events: number; readonly ms: number }> => {
  const events = await createApplication({ store }).history(campaignNo(1));
  const stream = events[0]?.stream ?? '';
  const known = await store.load({
    key: null,
    tails: ['directory/main', 'calendar/cn'].map((name) => ({ stream: name, after: 0 })),
  });
  const held: EventStore = {
    ...store,
    load: async () => ({ ...known, tails: { ...known.tails, [stream]: events } }),
  };
  const taken: number[] = [];
  for (let n = 0; n < FOLDS; n += 1) {
    const application = createApplication({ store: held });
    await application.organisation();
    const began = performance.now();
    await application.campaign(campaignNo(1));
    taken.push(performance.now() - began);
  }
  return { events: events.length, ms: taken.sort((a, b) => a - b)[Math.floor(FOLDS / 2)] ?? NaN };
};

const main = async (): Promise<void> => {
  process.env['RECTIFY_TEST_RUN'] = String(process.pid);
  await clearDeadRuns();
  const postgres = await ownPostgres({ maxConnections: 50 });
  const migrations = [...eventStoreMigrations, ...readModelMigrations];
  const pool = await migratedDatabase(await postgres.freshDatabase(), migrations, 20);
  try {
    const clock = createClock(pool);
    await clock.startAt(FIRST_DAY);
    const store = createPostgresStore(pool);
    const application = createApplication({ store });
    await setUp(application);
    await sendTo(application, personIds.secretary, launchOf());
    const forwardTo = async (to: string): Promise<void> => void (await clock.forwardTo(to));
    const seen = await step(
      `A campaign of ${PROBLEMS} problems and ${PROBLEMS * MEASURES_EACH} measures`,
      () =>
        driveCampaign(application, {
          ...{
            campaignId: campaignNo(1),
            findings,
            forwardTo,
            instead: withMeasures,
            except: ['finishMeasure', 'claimCompletion'],
          },
          until: ({ campaign }) => currentStage(campaign)?.kind === 'deadlines',
        }),
    );
    say(`  ${obligations(seen.campaign).length} obligations`);
    const clients = clientsOf(application, seen);
    const span = { warmUpSeconds: 2, seconds: Number(values.seconds ?? 10) };
    const measured = await step(`${CLIENTS} people at work in it`, () => closedLoop(clients, span));
    const fold = await step('Folding its whole log', () => folded(store));
    const { perSecond, p50Ms, p99Ms, maxMs, failures, firstFailure, idleShare } = measured;
    const figures = {
      problems: PROBLEMS,
      perSecond,
      p50Ms,
      p99Ms,
      maxMs,
      failures,
      firstFailure,
      idleShare,
      foldMs: fold.ms,
      foldedEvents: fold.events,
    };
    process.stdout.write(`${JSON.stringify(rounded(figures), null, 2)}\n`);
    say(
      `p99 ${p99Ms < MOST_P99_MS ? 'met' : 'NOT MET'} (< ${MOST_P99_MS} ms), fold ${fold.ms < MOST_FOLD_MS ? 'met' : 'NOT MET'} (< ${MOST_FOLD_MS} ms)`,
    );
    if (failures > 0) process.exitCode = 1;
  } finally {
    await pool.end();
    await postgres.stop();
    await endRun(process.pid);
  }
};

void main().catch((error: unknown) => {
  say(String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
