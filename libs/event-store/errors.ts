/** What callers may tell apart; everything else that is thrown is a bug. */
export type StoreErrorCode =
  /** PostgreSQL is away, full or too slow. After `append` the outcome is unknown: the same key later gives one effect. */
  | 'STORE_UNAVAILABLE'
  /** The same key is being worked on by another connection and did not end in time. */
  | 'KEY_IN_FLIGHT'
  /** The clock may not be moved so: a production database, or backwards. */
  | 'CLOCK_FIXED'
  /** The bytes or the chain are not what the log demands: a bug in the caller, or a log that was tampered with. */
  | 'EVENT_INVALID';

/** Told apart by `code`, never by class: it may come from another copy of this library. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}

const hasCode = (error: unknown, code: StoreErrorCode): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === code;

export const isStoreUnavailable = (error: unknown): boolean => hasCode(error, 'STORE_UNAVAILABLE');
export const isKeyInFlight = (error: unknown): boolean => hasCode(error, 'KEY_IN_FLIGHT');
