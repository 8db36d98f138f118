/** Each installation has a name of its own, so that two bundles tell whether they are of one. */
export const installId = /* sql */ `
ALTER TABLE install ADD COLUMN IF NOT EXISTS id uuid NOT NULL DEFAULT gen_random_uuid();
`;

/**
 * Who read what of the confidential: a chain for each object that is read, named as its stream. The last link stands
 * beside the chain, so that what is cut off its end shows.
 */
export const accessTables = /* sql */ `
CREATE TABLE access_log (
  stream text COLLATE "C" NOT NULL CHECK (stream ~ '^[a-z]+/[A-Za-z0-9-]+$'),
  version int NOT NULL,
  bytes text NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (stream, version)
);
CREATE TABLE access_heads (
  stream text COLLATE "C" PRIMARY KEY,
  version int NOT NULL,
  hash bytea NOT NULL,
  read_at timestamptz NOT NULL
) WITH (fillfactor = 60);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_log ENABLE ALWAYS TRIGGER append_only;
`;

/**
 * Records readings, all or none. `p_reads` are canonical JSON; the moment and the place are the database's own, by the real
 * clock. Heads are locked in the order of their names, so that two who record at once never wait for each other in a ring.
 */
export const recordAccess = /* sql */ `
CREATE FUNCTION record_access(p_streams text[], p_reads text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked record;
  last access_heads;
  moment timestamptz;
  bytes text;
  link bytea;
BEGIN
  FOR asked IN
    SELECT stream, read FROM unnest(p_streams, p_reads) WITH ORDINALITY AS each (stream, read, nth)
    ORDER BY stream COLLATE "C", nth
  LOOP
    IF asked.read::jsonb->>'reader' IS NULL THEN
      RAISE EXCEPTION 'a reading of % names no reader', asked.stream USING ERRCODE = 'RC003';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('access/' || asked.stream, 0));
    SELECT * INTO last FROM access_heads WHERE stream = asked.stream;
    moment := greatest(clock_timestamp(), last.read_at);
    bytes := '{"at":"' || iso(moment) || '","read":' || asked.read || ',"seq":' || coalesce(last.version, 0) + 1
      || ',"stream":' || to_json(asked.stream)::text || '}';
    link := sha256('\\x72632d6163636573732d763100'::bytea || coalesce(last.hash, '') || convert_to(bytes, 'UTF8'));
    INSERT INTO access_log VALUES
      (asked.stream, coalesce(last.version, 0) + 1, bytes, coalesce(last.hash, ''), link);
    INSERT INTO access_heads AS head VALUES (asked.stream, coalesce(last.version, 0) + 1, link, moment)
      ON CONFLICT (stream) DO UPDATE SET version = head.version + 1, hash = link, read_at = moment;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION record_access(text[], text[]) FROM PUBLIC;
`;
