export type * from './event-store';
export { payloadHash, MAX_DEPTH, MAX_PAYLOAD_BYTES } from './canonical';
export { START_OF_LOG } from './recorded';
export { StoreError, isKeyInFlight, isStoreUnavailable, type StoreErrorCode } from './errors';
export { asStoreError } from './driver-errors';
export { createMemoryStore, type MemoryStoreOptions } from './memory-store';
export {
  createMemoryAttendance,
  type AttendanceRow,
  type MemoryAttendance,
  type MemoryAttendanceOptions,
} from './memory-attendance';
export { createPostgresStore } from './postgres-store';
export { createPool, onConnection, type PoolOptions } from './pool';
export * from './attendance';
export * from './clock';
export { grantsMissing } from './grants-missing';
export { dataSource, migrate, type MigrateOptions } from './data-source';
export { eventStoreMigrations } from './migrations';
export { dropFunctions, repeatable } from './repeatable';
export {
  ADMIN_READER,
  ALL_ROLES,
  createAdminRole,
  PERSON_WRITER,
  SYSTEM_WRITER,
  RECORD_READER,
  grant,
  type GroupRole,
  type Login,
} from './roles';
export { verifyChain, type Verification, type WrongPlace } from './verify';
export { onSnapshot } from './record/snapshot';
export { writeBundle, type BundleSource } from './record/write-bundle';
export type { BundleScope, Part, Provenance } from './record/bundle';
export { recordAccess, type Reading, type ReadClass } from './record/access-log';
export { changesAfter, endOfLog, type Change } from './changes';
