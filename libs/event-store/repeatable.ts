import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TypeORM sorts by the last thirteen characters of a name. */
const INSTANT = /^\d{13}$/;

/**
 * A migration that says the whole of what it makes, and runs again whenever its text has changed: functions, grants,
 * tables that can be filled again. Its name carries the hash of its text, so TypeORM takes a changed one for new;
 * what an earlier text was run as is forgotten, so that going back to it runs it again.
 */
export const repeatable = (
  name: string,
  instant: string,
  steps: readonly string[],
): new () => MigrationInterface => {
  if (!INSTANT.test(instant)) throw new Error(`${instant} is not an instant of thirteen digits`);
  const hash = createHash('sha256').update(steps.join('\n')).digest('hex').slice(0, 12);
  const fullName = `${name}_${hash}_${instant}`;
  return class implements MigrationInterface {
    readonly name = fullName;

    async up(queryRunner: QueryRunner): Promise<void> {
      for (const step of steps) await queryRunner.query(step);
      await queryRunner.query('DELETE FROM migrations WHERE starts_with(name, $1)', [`${name}_`]);
    }

    async down(): Promise<void> {
      throw new Error(`${name} has no way down: run the earlier program's migrations`);
    }
  };
};

/** Drops the functions of these names, whatever they take: a changed list of arguments is another function. */
export const dropFunctions = (...names: readonly string[]): string => /* sql */ `
DO $$
DECLARE
  known regprocedure;
BEGIN
  FOR known IN
    SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname = ANY ('{${names.join(',')}}')
  LOOP
    EXECUTE 'DROP FUNCTION IF EXISTS ' || known || ' CASCADE';
  END LOOP;
END $$;`;
