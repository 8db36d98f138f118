import { setTimeout as delay } from 'node:timers/promises';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { sqlState } from './driver-errors';

/** Group roles without login. Every process reads and writes people's commands by the first; a worker has both. */
export const PERSON_WRITER = 'rectify_person_writer' as const;
export const SYSTEM_WRITER = 'rectify_system_writer' as const;
/** Reads the log and the access log, to carry them out; no key of what is sealed, and no function. */
export const RECORD_READER = 'rectify_record_reader' as const;
/** Asks one question, of how much there is and in what state; reads no table. */
export const ADMIN_READER = 'rectify_admin_reader' as const;
export type GroupRole =
  typeof PERSON_WRITER | typeof SYSTEM_WRITER | typeof RECORD_READER | typeof ADMIN_READER;
/** What a process that reads and writes signs in with. */
export const ALL_ROLES = [PERSON_WRITER, SYSTEM_WRITER, RECORD_READER, ADMIN_READER] as const;

/**
 * Roles belong to the whole cluster: another database may have made them, or may be making them now, and an owner
 * without CREATEROLE does without (then `grantsMissing` says so).
 */
const create = (roles: readonly GroupRole[]): string =>
  roles
    .map(
      (role) => /* sql */ `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;`,
    )
    .join('');
export const createGroupRoles = create([PERSON_WRITER, SYSTEM_WRITER]);
export const createReaderRole = create([RECORD_READER]);
export const createAdminRole = create([ADMIN_READER]);

/** `GRANT <what> TO <role>` for a migration; nothing where the role could not be made. */
export const grant = (what: string, role: GroupRole): string => /* sql */ `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN GRANT ${what} TO ${role}; END IF;
END $$;`;

/** A role that a process signs in with. */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly roles: readonly GroupRole[];
}

/** Somebody changed the same role at the same moment, from another database of this cluster. */
const isSameMoment = (error: unknown): boolean =>
  ['23505', '42710'].includes(sqlState(error) ?? '') || /concurrently/.test(String(error));

/** Makes the login of a process, its password and its memberships; to be run by the owner at every migration. */
export const ensureLogin = async (
  owner: Client,
  { user, password, roles }: Login,
  tries = 10,
): Promise<void> => {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [user]);
  const name = escapeIdentifier(user);
  try {
    await owner.query(
      `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`,
    );
    await owner.query(`ALTER ROLE ${name} SET transaction_timeout = '15s'`);
    for (const role of roles) await owner.query(`GRANT ${role} TO ${name}`);
  } catch (error) {
    if (tries <= 1 || !isSameMoment(error)) throw error;
    await delay(20 + Math.random() * 80);
    await ensureLogin(owner, { user, password, roles }, tries - 1);
  }
};
