import { type DynamicModule, Module } from '@nestjs/common';
import { createApplication, type Application } from '@rectify/application';
import { createClock, createPool, createPostgresStore, type Clock } from '@rectify/event-store';
import type { Pool } from 'pg';
import { ENVIRONMENT, type Environment } from './environment';
import { Log } from './log';

export const POOL = Symbol('pool');
export const APPLICATION = Symbol('application');
export const CLOCK = Symbol('clock');

/** What the features stand on: one pool of connections, the write path and the domain's clock. */
export interface Infrastructure {
  readonly environment: Environment;
  readonly log: Log;
  readonly pool: Pool;
  readonly application: Application;
  readonly clock: Clock;
}

export const createInfrastructure = (environment: Environment): Infrastructure => {
  const log = new Log(environment.LOG_LEVEL);
  const pool = createPool(environment.DATABASE_URL, {
    max: environment.POOL_SIZE,
    applicationName: 'rectify-api',
    onLost: (error) => log.warn('a connection to PostgreSQL was lost', { error: error.name }),
  });
  const application = createApplication({
    store: createPostgresStore(pool),
    steady: () => performance.now(),
  });
  return { environment, log, pool, application, clock: createClock(pool) };
};

@Module({})
export class InfrastructureModule {
  static of({ environment, log, pool, application, clock }: Infrastructure): DynamicModule {
    const providers = [
      { provide: ENVIRONMENT, useValue: environment },
      { provide: Log, useValue: log },
      { provide: POOL, useValue: pool },
      { provide: APPLICATION, useValue: application },
      { provide: CLOCK, useValue: clock },
    ];
    return { module: InfrastructureModule, global: true, providers, exports: providers };
  }
}
