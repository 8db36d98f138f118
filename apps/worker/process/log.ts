import { pino, type DestinationStream } from 'pino';

/** What a log line may carry: ids, kinds and counts. Everything else is dropped, whoever passes it. */
export interface LogFields {
  readonly kind?: string | undefined;
  readonly stream?: string | undefined;
  readonly reason?: string | undefined;
  readonly outcome?: string | undefined;
  readonly code?: string | undefined;
  readonly channel?: string | undefined;
  readonly count?: number | undefined;
  readonly port?: number | undefined;
  readonly error?: string | undefined;
  readonly stack?: string | undefined;
}

const ALLOWED: Readonly<Record<keyof LogFields, true>> = {
  kind: true,
  stream: true,
  reason: true,
  outcome: true,
  code: true,
  channel: true,
  count: true,
  port: true,
  error: true,
  stack: true,
};

export interface Log {
  readonly debug: (message: string, fields?: LogFields) => void;
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  /** Frames say where; an error's own message may hold what somebody typed, and is left out. */
  readonly bug: (message: string, error: unknown, fields?: LogFields) => void;
}

const allowed = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => Object.hasOwn(ALLOWED, name) && value !== undefined),
  );

/** One JSON object a line. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    formatters: { log: allowed, level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    bug: (message, error, fields = {}) => {
      const { name, code, stack } = (error ?? {}) as Error & { code?: string };
      const frames = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
      logger.error({ ...fields, error: name, code: codeText(code), stack: frames.join('\n') }, message);
    },
  };
};

const codeText = (code: unknown): string | undefined => (code === undefined ? undefined : String(code));
