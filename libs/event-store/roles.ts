import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Group roles without login. People's commands need the first; a worker's login is a member of both. */
export const APP_ROLE = 'rectify_app';
export const WORKER_ROLE = 'rectify_worker';
export type GroupRole = typeof APP_ROLE | typeof WORKER_ROLE;

/**
 * Roles belong to the whole cluster: another database may have made them, or may be making them now, and an owner
 * without CREATEROLE does without (then `grantsMissing` says so).
 */
export const createGroupRoles = [APP_ROLE, WORKER_ROLE]
  .map(
    (role) => /* sql */ `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;`,
  )
  .join('');

/** `GRANT <what> TO <role>` for a migration; nothing where the role could not be made. */
export const grant = (what: string, role: GroupRole): string => /* sql */ `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN GRANT ${what} TO ${role}; END IF;
END $$;`;

export interface Login {
  /** The process's own DATABASE_URL: its user and password are made so that it can sign in. */
  readonly url: string;
  readonly roles: readonly GroupRole[];
}

/** Makes the login of a process and its membership; run by the owner, again and again. */
export const ensureLogin = async (owner: Client, { url, roles }: Login): Promise<void> => {
  const { username, password } = new URL(url);
  const user = escapeIdentifier(decodeURIComponent(username));
  const secret = escapeLiteral(decodeURIComponent(password));
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [decodeURIComponent(username)]);
  await owner.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${user} LOGIN PASSWORD ${secret}`);
  for (const [name, value] of Object.entries({
    statement_timeout: '5s',
    lock_timeout: '2s',
    idle_in_transaction_session_timeout: '10s',
    transaction_timeout: '15s',
  })) {
    await owner.query(`ALTER ROLE ${user} SET ${name} = '${value}'`);
  }
  for (const role of roles) await owner.query(`GRANT ${role} TO ${user}`);
};
