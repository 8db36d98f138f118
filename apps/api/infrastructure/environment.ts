import { readFileSync } from 'node:fs';
import { LIMITS } from '@rectify/contracts';
import { z } from 'zod';
import { passwordPolicies } from '../accounts/password-policy';
import type { LogLevel } from './log';

const integer = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
const rate = (fallback: number) => z.coerce.number().min(0).max(100_000).default(fallback);

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const DEFAULT_SECRETS = ['', 'password', 'postgres', 'rectify', 'changeme'];

const url = z.url({ protocol: /^https?$/ }).superRefine((value, context) => {
  const { protocol, hostname } = new URL(value);
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return;
  context.addIssue({
    code: 'custom',
    message: 'must be https: plain http carries sessions and identities on loopback only',
  });
});
const empty = z.literal('').transform(() => undefined);

const shape = z.object({
  PORT: integer(0, 65_535, 3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  RECTIFY_MODE: z.enum(['production', 'demo', 'test']).default('production'),
  PUBLIC_URL: url.optional(),
  PASSWORD_POLICY: z.enum(passwordPolicies).default('asvs'),
  /** 32 random bytes in hex; seals what must be read again, such as the secrets of second factors. */
  SECRETS_KEY: z
    .string()
    .regex(/^([0-9a-f]{64})?$/i, 'must be 64 hexadecimal digits')
    .optional()
    .transform((key) => (key === '' ? undefined : key)),
  /** A provider of identities, found by discovery; what people are registered as there is linked to accounts here. */
  OIDC_ISSUER: z.union([empty, url]).optional(),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** What it is called at the place; else the pages' own word for it. */
  OIDC_NAME: z.string().max(50).default(''),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'] satisfies LogLevel[])
    .default('info'),
  POOL_SIZE: integer(2, 100, 10),
  /** Addresses whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.string().default('loopback'),
  /** How long a step of the demonstration's clock waits for those who want to look. */
  CLOCK_PATIENCE_MS: integer(0, 60_000, 10_000),
  RATE_REQUESTS_PER_SECOND: rate(20),
  RATE_REQUESTS_BURST: integer(1, 100_000, 40),
  RATE_COMMANDS_PER_SECOND: rate(2),
  RATE_COMMANDS_BURST: integer(1, 100_000, 20),
  /** Of all together who are not signed in. */
  RATE_ANONYMOUS_PER_SECOND: rate(50),
  RATE_ANONYMOUS_BURST: integer(1, 100_000, 100),
  SHED_LAG_MS: integer(0, 60_000, LIMITS.load.lagMilliseconds),
});

/** The settings of this process, checked. */
export type Environment = Readonly<z.infer<typeof shape>> & { readonly PUBLIC_URL: string };
export const ENVIRONMENT = Symbol('environment');

/** `NAME_FILE` names a file that holds the value of `NAME`, so that a secret need not stand in the environment. */
export const withFiles = (env: NodeJS.ProcessEnv, ...secrets: readonly string[]): NodeJS.ProcessEnv => {
  const read = { ...env };
  for (const name of secrets) {
    const file = env[`${name}_FILE`];
    if (file !== undefined) read[name] = readFileSync(file, 'utf8').trim();
  }
  return read;
};

/** A password that everybody knows protects nothing. */
export const isKnownToAll = (password: string): boolean => DEFAULT_SECRETS.includes(password.toLowerCase());

/** Rates are for people; a test walks a whole campaign in a second, on whatever machine, and sets its own where it tests them. */
const lifted = {
  RATE_REQUESTS_PER_SECOND: '0',
  RATE_COMMANDS_PER_SECOND: '0',
  RATE_ANONYMOUS_PER_SECOND: '0',
  SHED_LAG_MS: '0',
};

/** Throws with the name of each variable that is wrong, never with its value. */
export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  const defaults = env['RECTIFY_MODE'] === 'test' ? lifted : {};
  const result = shape.safeParse({
    ...defaults,
    ...withFiles(env, 'DATABASE_URL', 'SECRETS_KEY', 'OIDC_CLIENT_SECRET'),
  });
  if (!result.success) {
    const wrong = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The environment is not right:\n${wrong.join('\n')}`);
  }
  const { data } = result;
  const secret = decodeURIComponent(new URL(data.DATABASE_URL).password);
  if (data.RECTIFY_MODE === 'production' && isKnownToAll(secret)) {
    throw new Error(
      'The environment is not right:\n  DATABASE_URL: has no password, or one that everybody knows',
    );
  }
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (data.OIDC_ISSUER !== undefined && data[name] === '')
      throw new Error(`The environment is not right:\n  ${name}: is needed with OIDC_ISSUER`);
  }
  return { ...data, PUBLIC_URL: data.PUBLIC_URL ?? `http://127.0.0.1:${data.PORT}` };
};
