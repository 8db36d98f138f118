import { createApplication, type Application } from '@rectify/application';
import { channelLimits, type Channel, type Instant } from '@rectify/domain';
import {
  createAttendance,
  createClock,
  createPostgresStore,
  eventStoreMigrations,
  type Clock,
} from '@rectify/event-store';
import { everyDelivery, readModelMigrations, saveProfile, type DeliveryRow } from '@rectify/read-models';
import { attend, lookAt, migratedDatabase, personIds, sendTo, setUp, unitIds } from '@rectify/testing';
import type { Mailbag } from '@rectify/workflows';
import type { Pool } from 'pg';
import { createDeliver } from '../../apps/worker/activities/deliver';
import { createLookAtMail } from '../../apps/worker/activities/look-at-mail';
import type { Transports } from '../../apps/worker/channels/channel';
import type { AllLimits } from '../../apps/worker/channels/create-channels';
import { createMetrics } from '../../apps/worker/process/metrics';
import { fiveStages } from './launch';
import type { TestPostgres } from './postgres';

export const CAMPAIGN = '01900000-0000-7000-8000-000000000001';

/** A launched campaign with its ledger on PostgreSQL, and delivery's activities without a Temporal. */
export interface Delivering {
  readonly application: Application;
  readonly clock: Clock;
  readonly pool: Pool;
  readonly ownerUrl: string;
  readonly deliver: (channel?: Channel) => Promise<number>;
  readonly look: (channel?: Channel) => Promise<Mailbag>;
  /** The process records what is due; nobody delivers, and it has been quiet since. */
  readonly forward: (instant: Instant) => Promise<void>;
  readonly launch: (campaignId: string, serial: number, unitId?: string) => Promise<void>;
  /** What the ledger says, the latest first. */
  readonly ledger: () => Promise<readonly DeliveryRow[]>;
}

export const delivering = async (
  server: TestPostgres,
  { transports, limits = channelLimits }: { readonly transports: Transports; readonly limits?: AllLimits },
): Promise<Delivering> => {
  const ownerUrl = await server.freshDatabase();
  const pool = await migratedDatabase(ownerUrl, [...eventStoreMigrations, ...readModelMigrations]);
  const clock = createClock(pool);
  const application = createApplication({ store: createPostgresStore(pool) });
  await clock.startAt('2026-03-02T02:00:00.000Z');
  await setUp(application);
  for (const [name, person_id] of Object.entries(personIds))
    await saveProfile(pool, {
      person_id,
      name,
      email: name === 'publicity' ? null : `${name}@example.test`,
    });
  const launched: string[] = [];
  const launch = async (campaignId: string, serial: number, unitId: string = unitIds.branch) => {
    const data = { campaignId, unitId, ...fiveStages, serial };
    await sendTo(application, personIds.secretary, {
      aggregate: 'campaign',
      id: campaignId,
      command: { type: 'LaunchCampaign', data },
    });
    launched.push(campaignId);
  };
  await launch(CAMPAIGN, 1);
  const deps = {
    ...{ pool, application, transports, limits, metrics: createMetrics() },
    ...{ epoch: async () => 1, attendance: createAttendance(pool) },
    ...{ retrySeconds: 1, host: 'example.test', publicUrl: 'https://example.test', isStopping: () => false },
  };
  return {
    ...{ application, clock, pool, ownerUrl, launch },
    deliver: (channel = 'email') => createDeliver(deps)({ channel, epoch: 1 }),
    look: async (channel = 'email') => {
      const bag = await createLookAtMail(deps)({ channel, epoch: 1 });
      if (bag === 'superseded') throw new Error(bag);
      return bag;
    },
    forward: async (instant) => {
      await clock.forwardTo(instant);
      for (const id of launched) while (await attend(application, id, await lookAt(application, id)));
      await clock.forwardTo(new Date(Date.parse(await clock.now()) + 10_000).toISOString());
    },
    ledger: async () => everyDelivery(pool, 200),
  };
};
