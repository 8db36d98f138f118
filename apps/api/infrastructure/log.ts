import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What a log line may carry; everything else is dropped: no bodies, no query strings, no names (security.md §3, 34). */
export interface LogFields {
  readonly method?: string | undefined;
  readonly route?: string | undefined;
  readonly status?: number;
  readonly ms?: number;
  readonly code?: string;
  /** The number that the answer gave of itself. */
  readonly instance?: string;
  readonly error?: string;
  readonly stack?: string;
  readonly context?: string;
  readonly count?: number;
}

const ALLOWED: Readonly<Record<keyof LogFields, true>> = {
  method: true,
  route: true,
  status: true,
  ms: true,
  code: true,
  instance: true,
  error: true,
  stack: true,
  context: true,
  count: true,
};

const allowed = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name in ALLOWED && value !== undefined),
  );

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** The process's log, one JSON object a line; also what Nest itself writes to. */
@Injectable()
export class Log implements LoggerService {
  private readonly logger: Logger;

  constructor(level: LogLevel = 'info') {
    this.logger = pino({
      level,
      base: null,
      formatters: { log: allowed, level: (label) => ({ level: label }) },
    });
  }

  log(message: string, context?: string): void {
    // Nest tells of every route it maps.
    this.logger.debug({ context }, message);
  }

  info(message: string, fields: LogFields = {}): void {
    this.logger.info(fields, message);
  }

  warn(message: string, fields: LogFields | string = {}): void {
    this.logger.warn(typeof fields === 'string' ? { context: fields } : fields, message);
  }

  error(message: string, ...more: unknown[]): void {
    const context = more.find((value): value is string => typeof value === 'string' && !value.includes('\n'));
    this.logger.error({ context }, message);
  }

  /** Whether lines of that level are kept at all. */
  keeps(level: LogLevel): boolean {
    return this.logger.isLevelEnabled(level);
  }

  get isDebug(): boolean {
    return this.keeps('debug');
  }

  debug(message: string, fields: LogFields | string = {}): void {
    this.logger.debug(typeof fields === 'string' ? { context: fields } : fields, message);
  }

  /** The frames say where; an error's own message may hold what somebody typed, and shows at debug only. */
  bug(message: string, error: unknown, fields: LogFields = {}): void {
    const { name, code, stack, message: said } = (error ?? {}) as Error & { code?: string };
    const frames = (stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n');
    this.logger.error(
      { ...fields, error: this.isDebug ? `${name}: ${said}` : name, code, stack: frames },
      message,
    );
  }
}
