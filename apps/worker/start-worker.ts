import { createApplication } from '@rectify/application';
import { channelLimits } from '@rectify/domain';
import { createAttendance, createPool, createPostgresStore } from '@rectify/event-store';
import { tellChannels } from '@rectify/read-models';
import { createActivities } from './activities';
import { createTellDelivery, createTellOutcomes } from './activities/tell-delivery';
import { channelsOn, channelsSet, createChannels } from './channels/create-channels';
import type { Environment } from './process/environment';
import { serveHealth } from './process/health';
import { readEpoch } from './process/installation';
import type { Log } from './process/log';
import { createMetrics } from './process/metrics';
import { startRelay } from './relay';
import { createCluster, ensureStageAttribute } from './temporal/cluster';
import { createRinger, deliveryStream } from './temporal/ringer';
import { runWorker } from './temporal/run-worker';

export interface StartedWorker {
  readonly port: number;
  /** Takes no more work, ends what is at hand, and closes everything. */
  readonly stop: () => Promise<void>;
}

/** The worker process: Temporal's worker with its activities, the relay, and a page that tells how they are. */
export const startWorker = async (environment: Environment, log: Log): Promise<StartedWorker> => {
  const { temporal, publicUrl } = environment;
  const metrics = createMetrics();
  const pool = createPool(environment.databaseUrl, {
    max: environment.poolSize,
    applicationName: 'rectify-worker',
    onLost: () => log.warn('a connection to PostgreSQL was lost'),
  });
  const application = createApplication({ store: createPostgresStore(pool) });
  const attendance = createAttendance(pool);
  const cluster = createCluster(temporal);
  const ring = createRinger(cluster);
  const epoch = () => readEpoch(pool);
  const transports = createChannels(environment.channels);
  const on = channelsOn(transports);
  const deliveries = on.map(deliveryStream);
  if (!transports.email) log.info('no SMTP_URL: mail is off');
  if (on.length === 0) log.info('no channel is on: reminders show in the application only');
  let stopping = false;

  const tell = createTellDelivery({ attendance, ring, epoch, cluster: cluster.id, deliveries });
  const activities = createActivities({
    ...{ application, attendance, pool, epoch, metrics, log, transports, publicUrl },
    limits: channelLimits,
    isStopping: () => stopping,
    retrySeconds: environment.mailRetrySeconds,
    host: new URL(publicUrl).hostname,
    onReminders: tell,
    onOutcomes: createTellOutcomes(pool, on, tell),
  });
  const worker = runWorker({
    ...temporal,
    activities,
    maxCachedWorkflows: environment.maxCachedWorkflows,
    log,
    prepare: async () => {
      await tellChannels(pool, channelsSet(environment.channels, transports));
      await cluster.hear();
      await ensureStageAttribute(cluster, temporal.namespace, log);
    },
  });
  const relay = startRelay({
    ...{ attendance, cluster, ring, epoch, log, metrics },
    intervalMs: environment.relayIntervalMs,
    deliveries,
  });
  const state = () => ({
    worker: worker.state(),
    mail: transports.email ? 'on' : 'off',
    channels: on.join(' '),
  });
  const health = await serveHealth(environment.health, metrics.registry, state);

  return {
    port: health.port,
    stop: async () => {
      stopping = true;
      await relay.stop();
      await worker.stop();
      await health.close();
      for (const channel of on) transports[channel]?.close();
      await cluster.close();
      await pool.end();
    },
  };
};
