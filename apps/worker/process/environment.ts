import { readChannelSettings, type ChannelSettings } from '../channels/channel-settings';
import { given, type Variables } from './variables';

export interface Environment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** What is to be delivered over a channel that is off stays pending. */
  readonly channels: ChannelSettings;
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
  const read: Environment = {
    databaseUrl: given(env, 'DATABASE_URL') ?? text('DATABASE_URL'),
    poolSize: whole('POOL_SIZE', 10, 2),
    temporal: { address: text('TEMPORAL_ADDRESS'), namespace: text('TEMPORAL_NAMESPACE', 'default') },
    channels: readChannelSettings(env, wrong),
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
