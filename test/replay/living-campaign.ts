import { createApplication, type Application } from '@rectify/application';
import { channelLimits, type Instant } from '@rectify/domain';
import {
  createAttendance,
  createClock,
  createPostgresStore,
  eventStoreMigrations,
  type Clock,
} from '@rectify/event-store';
import { readModelMigrations, saveProfile } from '@rectify/read-models';
import { migratedDatabase, personIds, sendTo, setUp, unitIds, type Driven } from '@rectify/testing';
import type { Pool } from 'pg';
import { createActivities } from '../../apps/worker/activities';
import { createTellDelivery, createTellOutcomes } from '../../apps/worker/activities/tell-delivery';
import type { Transports } from '../../apps/worker/channels/channel';
import { createEmailChannel } from '../../apps/worker/channels/email.channel';
import { channelsOn, type AllLimits } from '../../apps/worker/channels/create-channels';
import { readEpoch } from '../../apps/worker/process/installation';
import { createLog } from '../../apps/worker/process/log';
import { createMetrics } from '../../apps/worker/process/metrics';
import { startRelay } from '../../apps/worker/relay';
import { createCluster } from '../../apps/worker/temporal/cluster';
import { createRinger, deliveryStream } from '../../apps/worker/temporal/ringer';
import type { TestPostgres } from '../harness/postgres';
import type { TestSmtp } from '../harness/smtp';
import type { TestTemporal } from '../harness/temporal';
import { eventually } from '../harness/wait';
import { perform, type Performance } from './performance';
import { fiveStages } from '../harness/launch';

/** Monday 2 March 2026, 10:00 in Shanghai. */
const FIRST_DAY = '2026-03-02T02:00:00.000Z';

/** The worker's parts with their real activities on PostgreSQL, in this process, on the workflows as they stand. */
export interface Living {
  readonly application: Application;
  readonly clock: Clock;
  readonly pool: Pool;
  readonly performance: Performance;
  /** People's commands reach the log; the process's own are left to the workflow, and waited for. */
  readonly driven: Driven;
  /** Walks the clock as a demonstration does: from wake to wake, waiting at each until everybody has looked. */
  readonly forwardTo: (to: Instant) => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly launch: (campaignId: string, serial: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const live = async (
  temporal: TestTemporal,
  postgres: TestPostgres,
  smtp: TestSmtp,
  more: { readonly transports?: Transports; readonly limits?: AllLimits } = {},
): Promise<Living> => {
  const pool = await migratedDatabase(
    await postgres.freshDatabase(),
    [...eventStoreMigrations, ...readModelMigrations],
    20,
  );
  const [clock, attendance] = [createClock(pool), createAttendance(pool)];
  await clock.startAt(FIRST_DAY);
  const application = createApplication({ store: createPostgresStore(pool) });
  await setUp(application);
  for (const [name, person_id] of Object.entries(personIds))
    await saveProfile(pool, { person_id, name, email: `${name}@example.test` });

  const log = createLog('silent');
  const cluster = createCluster(temporal);
  const ring = createRinger(cluster);
  const epoch = () => readEpoch(pool);
  const email = createEmailChannel({ url: smtp.url, from: 'rectify@example.test' });
  const transports: Transports = { email, ...more.transports };
  const deliveries = channelsOn(transports).map(deliveryStream);
  const tell = createTellDelivery({ attendance, ring, epoch, cluster: cluster.id, deliveries });
  const activities = createActivities({
    ...{
      application,
      attendance,
      pool,
      epoch,
      log,
      transports,
      metrics: createMetrics(),
    },
    ...{
      limits: more.limits ?? channelLimits,
      isStopping: () => false,
      retrySeconds: 5,
      host: 'example.test',
      publicUrl: 'https://example.test',
    },
    onReminders: tell,
    onOutcomes: createTellOutcomes(pool, channelsOn(transports), tell),
  });
  await cluster.hear();
  const performance = await perform(temporal, activities);
  const relaying = { attendance, cluster, ring, epoch, log, metrics: createMetrics() };
  const relay = startRelay({ ...relaying, intervalMs: 20, deliveries });

  const settled = async (): Promise<void> => {
    await eventually(async () => (await clock.unseen()) === 0, {
      timeoutMs: 30_000,
      everyMs: 20,
      what: 'everybody has looked',
    });
  };
  const forwardTo = async (to: Instant): Promise<void> => {
    for (let at = ''; at < to;) {
      const wake = await clock.earliestWake();
      at = wake !== null && wake < to ? wake : to;
      if (at > (await clock.now())) await clock.forwardTo(at);
      await clock.askToRing(at);
      await settled();
    }
  };
  return {
    ...{ application, clock, pool, performance, forwardTo, settled },
    driven: {
      campaign: application.campaign,
      handle: async (target, envelope) => {
        if (envelope.actor.kind === 'person') {
          const handled = await application.handle(target, envelope);
          await settled();
          return handled;
        }
        await settled();
        return { ok: true };
      },
    },
    launch: async (campaignId, serial) => {
      const data = { campaignId, unitId: unitIds.branch, ...fiveStages, serial };
      await sendTo(application, personIds.secretary, {
        aggregate: 'campaign',
        id: campaignId,
        command: { type: 'LaunchCampaign', data },
      });
      await settled();
    },
    stop: async () => {
      await relay.stop();
      await performance.stop();
      email.close();
      await cluster.close();
      await pool.end();
    },
  };
};
