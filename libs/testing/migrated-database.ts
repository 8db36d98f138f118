import { randomBytes } from 'node:crypto';
import {
  createPool,
  migrate,
  PERSON_WRITER,
  SYSTEM_WRITER,
  RECORD_READER,
  type MigrateOptions,
} from '@rectify/event-store';
import type { Pool } from 'pg';

/**
 * Migrates an empty database in `test` mode and signs in to it as a worker does: with the application's rights, not the
 * owner's, so that a spec also proves the grants.
 */
export const migratedDatabase = async (
  ownerUrl: string,
  migrations: MigrateOptions['migrations'],
  connections = 10,
): Promise<Pool> => {
  const [user, password] = [`spec_${randomBytes(6).toString('hex')}`, randomBytes(12).toString('hex')];
  const logins = [{ user, password, roles: [PERSON_WRITER, SYSTEM_WRITER, RECORD_READER] }];
  await migrate(ownerUrl, { migrations, mode: 'test', logins });
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = password;
  return createPool(url.href, { max: connections });
};
