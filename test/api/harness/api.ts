import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Instant } from '@rectify/domain';
import { createPool, createClock, migrate, ALL_ROLES } from '@rectify/event-store';
import { Client } from 'pg';
import { createHttpServer } from '../../../apps/api/http-server';
import { readEnvironment } from '../../../apps/api/infrastructure/environment';
import {
  createInfrastructure,
  type Infrastructure,
} from '../../../apps/api/infrastructure/infrastructure.module';
import { OpenApi } from '../../../apps/api/operations/openapi.provider';
import { allMigrations } from '../../../apps/api/migrations';
import { SetUpCodes } from '../../../apps/api/set-up/set-up-codes';
import { APP_PASSWORD, appUrl, testPostgres } from '../../harness/postgres';
import { documentedIn } from './documented';

/** Monday 2 March 2026, 09:00 in Shanghai. */
export const FIRST_DAY: Instant = '2026-03-02T01:00:00.000Z';
export const PUBLIC_URL = 'http://127.0.0.1:3000';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // An answer is whatever the test says it is.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A bearer token. */
  readonly token?: string;
}

/** The API in this process, on a database of its own whose clock stands at the first day. */
export interface Api {
  /** Its database, as the owner reaches it. */
  readonly ownerUrl: string;
  readonly app: NestFastifyApplication;
  readonly infrastructure: Infrastructure;
  readonly ask: (path: string, asking?: Asking) => Promise<Answer>;
  /** POST with a key of its own. */
  readonly command: (
    token: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly setUpCode: () => Promise<string>;
  /** How many events and accepted commands the log holds. */
  readonly logSize: () => Promise<string>;
  readonly owner: Client;
  readonly stop: () => Promise<void>;
}

const LOGIN = {
  user: 'rectify_app',
  password: APP_PASSWORD,
  roles: ALL_ROLES,
} as const;

const migrated = async (mode: 'test' | 'demo' | 'production', firstDay: Instant | null): Promise<string> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await migrate(ownerUrl, { migrations: allMigrations, mode, logins: [LOGIN] });
  if (firstDay !== null && mode !== 'production') {
    const pool = createPool(ownerUrl, { max: 1 });
    await createClock(pool).startAt(firstDay);
    await pool.end();
  }
  return ownerUrl;
};

export const startApi = async (
  env: NodeJS.ProcessEnv = {},
  firstDay: Instant | null = FIRST_DAY,
): Promise<Api> => {
  const mode = (env['RECTIFY_MODE'] ?? 'test') as 'test' | 'demo' | 'production';
  return apiOn(await migrated(mode, firstDay), env);
};

/** The API on a database that is there already. */
export const apiOn = async (ownerUrl: string, env: NodeJS.ProcessEnv = {}): Promise<Api> => {
  const mode = env['RECTIFY_MODE'] ?? 'test';
  const settings = { DATABASE_URL: appUrl(ownerUrl), RECTIFY_MODE: mode, PUBLIC_URL, LOG_LEVEL: 'silent' };
  const infrastructure = createInfrastructure(
    readEnvironment({ ...settings, CLOCK_PATIENCE_MS: '100', ...env }),
  );
  const app = await createHttpServer(infrastructure);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();

  const assertDocumented = documentedIn(app.get(OpenApi).document);

  const ask: Api['ask'] = async (path, { method = 'GET', body, headers = {}, token } = {}) => {
    const answer = await app.inject({
      method,
      url: path,
      headers: {
        host: '127.0.0.1:3000',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = answer.body;
    const isJson = String(answer.headers['content-type']).includes('json');
    const told = { status: answer.statusCode, body: isJson && text !== '' ? JSON.parse(text) : text };
    assertDocumented({ method, url: path }, told);
    return { ...told, headers: answer.headers };
  };

  return {
    ownerUrl,
    app,
    infrastructure,
    owner,
    ask,
    command: (token, path, body, headers = {}) =>
      ask(path, { method: 'POST', body, token, headers: { 'idempotency-key': randomUUID(), ...headers } }),
    setUpCode: () => app.get(SetUpCodes).make(),
    logSize: async () => {
      const { rows } = await owner.query(
        'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM commands) AS commands',
      );
      return JSON.stringify(rows[0]);
    },
    stop: async () => {
      await app.close();
      await infrastructure.pool.end();
      await owner.end();
    },
  };
};
