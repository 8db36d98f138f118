import { StoreError } from './errors';

/** As the driver throws: PostgreSQL's own answers carry a severity and an SQLSTATE, the system's a syscall. */
interface DriverError {
  readonly message?: string;
  readonly code?: string;
  readonly severity?: string;
  readonly syscall?: string;
  readonly where?: string;
}

const partsOf = (error: unknown): DriverError => (typeof error === 'object' && error !== null ? error : {});

/** The SQLSTATE where PostgreSQL itself answered; anything else that comes out of a query is the connection's. */
export const sqlState = (error: unknown): string | undefined => {
  const { severity, code } = partsOf(error);
  return severity === undefined ? undefined : code;
};

/** The driver has no codes for these, only messages. */
const DRIVER = /^(Connection terminated|Client (has encountered|was closed)|Query read timeout|timeout ex)/;

export const isConnectionError = (error: unknown): boolean => {
  const { severity, syscall, message = '' } = partsOf(error);
  return severity === undefined && (syscall !== undefined || DRIVER.test(message));
};

/**
 * Connection exceptions, resources, operator's interventions (shut-down, cancelled by a timeout), I/O; deadlock and
 * serialisation; a lock not got in time; a standby that is read-only; transactions ended by their timeouts.
 */
const PASSING = /^(08|53|57|58|40)|^(55P03|25006|25P03|25P04)$/;

/** What PostgreSQL says of our own: see `sql/`. */
const OWN = { RC003: 'EVENT_INVALID', RC005: 'CLOCK_FIXED', RC006: 'CLOCK_FIXED' } as const;

/** Gives each failure that callers tell apart its one code; lets bugs through as they are. */
export const asStoreError = (error: unknown): unknown => {
  const { message = '', where = '' } = partsOf(error);
  const state = sqlState(error) ?? '';
  if (state in OWN) return new StoreError(OWN[state as keyof typeof OWN], message, { cause: error });
  if (state === '55P03' && where.includes('wait_for_key')) {
    return new StoreError('KEY_IN_FLIGHT', 'another connection is at work on this key', { cause: error });
  }
  if (PASSING.test(state) || isConnectionError(error)) {
    return new StoreError('STORE_UNAVAILABLE', `PostgreSQL: ${message}`, { cause: error });
  }
  return error;
};
