/** Read models put their own writer in this one's place by CREATE OR REPLACE in a migration of theirs. */
export const applyRows = /* sql */ `
CREATE FUNCTION apply_rows(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
REVOKE ALL ON FUNCTION apply_rows(jsonb) FROM PUBLIC;
`;

/**
 * Locks come in one order everywhere: key, authority, heads, rows. The key's and the head's are taken without a
 * transaction id, so that one who waits holds up no follower, and the order of ids is the order of versions in a stream.
 */
export const locks = /* sql */ `
CREATE FUNCTION lock_key(p_space text, p_principal text, p_id text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'key', p_space, p_principal, p_id), 0));
END $$;
REVOKE ALL ON FUNCTION lock_key(text, text, text) FROM PUBLIC;

CREATE FUNCTION stored_result(c commands) RETURNS json LANGUAGE sql STABLE
  RETURN json_build_object('payloadHash', c.payload_hash, 'stream', c.stream, 'version', c.version,
                           'events', c.events, 'at', iso(c.at));

CREATE FUNCTION lock_head(p_space text, p_principal text, p_id text, p_stream text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p_id IS NOT NULL THEN
    PERFORM lock_key(p_space, p_principal, p_id);
  END IF;
  PERFORM FROM heads WHERE stream = p_stream FOR UPDATE;
  IF NOT FOUND THEN
    -- No row to lock yet: founders of one stream queue here instead, and the next one finds the row.
    PERFORM pg_advisory_xact_lock(hashtextextended('head/' || p_stream, 0));
    PERFORM FROM heads WHERE stream = p_stream FOR UPDATE;
  END IF;
END $$;
`;

/**
 * One for people's commands, one for the system's: who may call which is a grant, and the actor in the bytes must be of
 * that kind. Everything that can be refused is looked at before the first write, so a conflict leaves nothing behind.
 */
export const append = (name: 'append' | 'append_system', space: 'person' | 'system'): string => /* sql */ `
CREATE FUNCTION ${name}(
  p_principal text, p_id text, p_payload_hash text,
  p_stream text, p_expected int, p_previous_hash text, p_now text,
  p_bytes text[], p_hashes text[], p_rows jsonb, p_ring boolean,
  OUT outcome text, OUT xid xid8, OUT positions bigint[], OUT stored json
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  used commands;
  head heads;
  moment timestamptz := p_now::timestamptz;
  present timestamptz;
  upto int := p_expected + cardinality(p_bytes);
  previous bytea := decode(p_previous_hash, 'hex');
  link bytea;
  body jsonb;
  place bigint;
BEGIN
  PERFORM lock_key('${space}', p_principal, p_id);
  SELECT * INTO used FROM commands WHERE space = '${space}' AND principal = p_principal AND id = p_id;
  IF FOUND THEN
    outcome := 'key';
    stored := stored_result(used);
    RETURN;
  END IF;

  -- Rows of authority are locked here, FOR SHARE, once a command rests on them.

  SELECT * INTO head FROM heads WHERE stream = p_stream FOR UPDATE;
  IF coalesce(head.version, 0) <> p_expected THEN
    outcome := 'version';
    RETURN;
  END IF;
  present := domain_now();
  IF moment < present - interval '5 seconds' OR moment > present + interval '5 seconds' OR moment < head.recorded_at THEN
    outcome := 'clock';
    RETURN;
  END IF;
  IF coalesce(head.hash, '') <> previous THEN
    RAISE EXCEPTION 'the chain of % does not continue at version %', p_stream, p_expected USING ERRCODE = 'RC003';
  END IF;

  IF upto > p_expected AND p_expected = 0 THEN
    INSERT INTO heads VALUES (p_stream, upto, decode(p_hashes[upto], 'hex'), moment) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      outcome := 'version';
      RETURN;
    END IF;
  ELSIF upto > p_expected THEN
    UPDATE heads SET version = upto, hash = decode(p_hashes[upto - p_expected], 'hex'), recorded_at = moment
      WHERE stream = p_stream;
  END IF;
  INSERT INTO commands VALUES
    ('${space}', p_principal, p_id, p_payload_hash, p_stream, upto, cardinality(p_bytes), moment);

  FOR i IN 1 .. cardinality(p_bytes) LOOP
    link := sha256('\\x72632d6576656e742d763100'::bytea || previous || convert_to(p_bytes[i], 'UTF8'));
    IF encode(link, 'hex') <> p_hashes[i] THEN
      RAISE EXCEPTION 'the hash of % version % is not that of its bytes', p_stream, p_expected + i USING ERRCODE = 'RC003';
    END IF;
    body := p_bytes[i]::jsonb;
    IF (body->>'stream', body->>'seq', body->>'at', body#>>'{actor,kind}') IS DISTINCT FROM
       (p_stream, (p_expected + i)::text, p_now, '${space}')
      OR ('${space}' = 'person' AND body#>>'{actor,personId}' IS DISTINCT FROM p_principal) THEN
      RAISE EXCEPTION 'the bytes of % version % name another place', p_stream, p_expected + i USING ERRCODE = 'RC003';
    END IF;
    INSERT INTO events (stream, version, type, schema, bytes, previous_hash, hash, recorded_at)
      VALUES (p_stream, p_expected + i, body->>'type', (body->>'schema')::int, p_bytes[i], previous, link, moment)
      RETURNING position INTO place;
    positions := positions || place;
    previous := link;
  END LOOP;

  IF p_rows <> '{}' THEN
    PERFORM apply_rows(p_rows);
  END IF;

  IF p_ring THEN
    -- The clock is read under the row's lock: a relay that claimed the row meanwhile has rung before this rose.
    INSERT INTO attendance (stream, log_version, rose_at) VALUES (p_stream, upto, clock_timestamp())
      ON CONFLICT (stream) DO UPDATE SET log_version = upto, rose_at = clock_timestamp();
  ELSIF p_ring IS NOT NULL THEN
    INSERT INTO attendance (stream) VALUES (p_stream) ON CONFLICT DO NOTHING;
  END IF;
  outcome := 'done';
  xid := pg_current_xact_id();
END $$;
`;
