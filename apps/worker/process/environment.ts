import { readFileSync } from 'node:fs';

export interface Environment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** Null: mail is off, and what is to be delivered stays pending. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Where links in letters begin, without a slash at the end. */
  readonly publicUrl: string;
  readonly relayIntervalMs: number;
  /** After so many real seconds a claimed mail that was not finished is tried again. */
  readonly mailRetrySeconds: number;
  /** Where `/health` and `/metrics` are served; port 0 is any free one. */
  readonly health: { readonly host: string; readonly port: number };
  readonly maxCachedWorkflows: number;
  readonly logLevel: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws with the names of what is wrong, never with a value. */
export const readEnvironment = (env: Variables): Environment => {
  const wrong: string[] = [];
  const text = (name: string, fallback?: string): string => {
    const value = env[name] || fallback;
    if (value === undefined) wrong.push(`${name} is missing`);
    return value ?? '';
  };
  const whole = (name: string, fallback: number, least: number): number => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < least)
      wrong.push(`${name} is no whole number of ${least} or more`);
    return value;
  };
  const url = env['SMTP_URL'];
  const read: Environment = {
    databaseUrl: fromFile(env, 'DATABASE_URL') || text('DATABASE_URL'),
    poolSize: whole('POOL_SIZE', 10, 2),
    temporal: { address: text('TEMPORAL_ADDRESS'), namespace: text('TEMPORAL_NAMESPACE', 'default') },
    smtp: url ? { url, from: text('SMTP_FROM') } : null,
    publicUrl: text('PUBLIC_URL').replace(/\/+$/, ''),
    relayIntervalMs: whole('RELAY_INTERVAL_MS', 500, 10),
    mailRetrySeconds: whole('MAIL_RETRY_SECONDS', 60, 1),
    health: { host: text('HOST', '127.0.0.1'), port: whole('HEALTH_PORT', 0, 0) },
    maxCachedWorkflows: whole('MAX_CACHED_WORKFLOWS', 300, 0),
    logLevel: text('LOG_LEVEL', 'info'),
  };
  if (wrong.length > 0) throw new Error(`The environment is not right:\n  ${wrong.join('\n  ')}`);
  return read;
};

/** `NAME_FILE` names a file that holds the value, so that a secret need not stand in the environment. */
const fromFile = (env: Variables, name: string): string | undefined => {
  const file = env[`${name}_FILE`];
  return file === undefined ? undefined : readFileSync(file, 'utf8').trim();
};
