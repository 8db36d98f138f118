import { quoted, type AnyTable } from './table';

/** The writer's statements for one table: upserts and deletes out of `p_rows`, each only where there are any. */
const writer = ({ name, columns, key }: AnyTable): string => {
  const all = Object.keys(columns).map(quoted).join(', ');
  const rest = Object.keys(columns)
    .filter((column) => !key.includes(column))
    .map(quoted);
  return `
  changes := p_rows -> '${name}';
  IF changes IS NOT NULL THEN
    IF jsonb_array_length(changes -> 'remove') > 0 THEN
      DELETE FROM ${name} t USING jsonb_populate_recordset(null::${name}, changes -> 'remove') r
        WHERE ${key.map((column) => `t.${column} = r.${column}`).join(' AND ')};
    END IF;
    IF jsonb_array_length(changes -> 'upsert') > 0 THEN
      INSERT INTO ${name} (${all})
        SELECT ${all} FROM jsonb_populate_recordset(null::${name}, changes -> 'upsert')
        ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')};
    END IF;
  END IF;`;
};

/**
 * Takes the place of the log's empty writer. Called inside `append` with its owner's rights; statements are static, so
 * that each session plans them once.
 */
export const applyRows = (tables: readonly AnyTable[]): string => /* sql */ `
CREATE OR REPLACE FUNCTION apply_rows(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changes jsonb;
BEGIN${tables.map(writer).join('')}
END $$;
REVOKE ALL ON FUNCTION apply_rows(jsonb) FROM PUBLIC;
`;

/**
 * Puts other rows in the place of a stream's, for a rebuild. The caller holds the stream's head; the version it folded
 * is checked against the head, so that rows of an older state can never be written.
 */
export const replaceRows = (tables: readonly AnyTable[]): string => /* sql */ `
CREATE FUNCTION replace_rows(p_stream text, p_version int, p_rows jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM heads WHERE stream = p_stream AND version = p_version FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
${tables.map(({ name, ofStream }) => `  DELETE FROM ${name} WHERE ${ofStream};`).join('\n')}
  PERFORM apply_rows(p_rows);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION replace_rows(text, int, jsonb) FROM PUBLIC;
`;
