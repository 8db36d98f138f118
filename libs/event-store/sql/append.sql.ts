/** Read models put their own writer in this one's place by CREATE OR REPLACE in a migration of theirs. */
export const applyRows = /* sql */ `
CREATE FUNCTION apply_rows(p_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
REVOKE ALL ON FUNCTION apply_rows(jsonb) FROM PUBLIC;
`;

/**
 * Locks come in one order everywhere: key, heads rested on (shared), own head, rows; among heads of the own head's kind
 * the own in its place by name. Those of keys and heads are advisory, because who waits for a row may already hold a transaction id: he would hold up every follower, and versions
 * of one stream would come in another order than the ids that followers go by. A stream that is not there yet is locked
 * the same way.
 */
export const locks = /* sql */ `
CREATE FUNCTION key_lock(p_space text, p_principal text, p_id text) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN hashtextextended('key/' || p_space || '/' || p_principal || '/' || p_id, 0);

CREATE FUNCTION head_lock(p_stream text) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN hashtextextended('head/' || p_stream, 0);

-- By name, so that a timeout tells in its context what was waited for.
CREATE FUNCTION wait_for_key(p_lock bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(p_lock);
END $$;

-- Who rests on a stream shares its head: what it says cannot change before he is done, and nobody else who rests waits.
-- His own head he has alone. Streams of one kind may rest on each other: they come by name, the own one among them, so
-- that nobody who holds one waits for whom waits for him.
CREATE FUNCTION rest_on(p_streams text[], p_own text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own bigint := head_lock(p_own);
  is_held boolean := false;
BEGIN
  FOR i IN 1 .. cardinality(p_streams) LOOP
    IF NOT is_held AND split_part(p_streams[i], '/', 1) = split_part(p_own, '/', 1)
      AND p_streams[i] COLLATE "C" > p_own COLLATE "C" THEN
      PERFORM pg_advisory_xact_lock(own);
      is_held := true;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(head_lock(p_streams[i]));
  END LOOP;
  IF NOT is_held AND NOT pg_try_advisory_xact_lock(own) THEN
    PERFORM pg_advisory_xact_lock(own);
  END IF;
END $$;

-- A command's key, where it has one, the heads it rests on and its own stream's, until the transaction ends.
CREATE FUNCTION lock_head(p_space text, p_principal text, p_id text, p_stream text, p_rests text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF p_id IS NOT NULL THEN
    PERFORM wait_for_key(key_lock(p_space, p_principal, p_id));
  END IF;
  PERFORM rest_on(p_rests, p_stream);
END $$;

CREATE FUNCTION stored_result(c commands) RETURNS json LANGUAGE sql STABLE
  RETURN json_build_object('payloadHash', c.payload_hash, 'stream', c.stream, 'version', c.version,
                           'events', c.events, 'at', iso(c.at));
`;

/**
 * One for people's commands, one for the system's: who may call which is a grant, and the actor in the bytes must be of
 * that kind. Everything that can be refused is looked at before the first write, so a conflict leaves nothing behind.
 */
export const append = (name: 'append' | 'append_system', space: 'person' | 'system'): string => /* sql */ `
CREATE FUNCTION ${name}(
  p_principal text, p_id text, p_payload_hash text,
  p_stream text, p_expected int, p_previous_hash text, p_rests text[], p_rest_versions int[], p_now text,
  p_bytes text[], p_hashes text[], p_rows jsonb, p_ring boolean,
  OUT outcome text, OUT xid xid8, OUT positions bigint[], OUT stored json
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  lock bigint := key_lock('${space}', p_principal, p_id);
  moment timestamptz := p_now::timestamptz;
  upto int := p_expected + cardinality(p_bytes);
  previous bytea := decode(p_previous_hash, 'hex');
  link bytea;
  body jsonb;
  place bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(lock) THEN
    PERFORM wait_for_key(lock);
  END IF;
  PERFORM rest_on(p_rests, p_stream);
  SELECT CASE
      WHEN c.id IS NOT NULL THEN 'key'
      WHEN coalesce(h.version, 0) <> p_expected THEN 'version'
      WHEN EXISTS (
        SELECT FROM unnest(p_rests, p_rest_versions) AS rest (stream, version)
        WHERE rest.version <> coalesce((SELECT r.version FROM heads r WHERE r.stream = rest.stream), 0)
      ) THEN 'rest'
      WHEN abs(extract(epoch FROM moment - install.clock_offset - clock_timestamp())) > 5 OR moment < h.recorded_at THEN 'clock'
      ELSE 'done'
    END, h.hash
    INTO outcome, link
    FROM install
    LEFT JOIN commands c ON c.space = '${space}' AND c.principal = p_principal AND c.id = p_id
    LEFT JOIN heads h ON h.stream = p_stream;
  IF outcome <> 'done' THEN
    IF outcome = 'key' THEN
      SELECT stored_result(c) INTO stored FROM commands c
        WHERE c.space = '${space}' AND c.principal = p_principal AND c.id = p_id;
    END IF;
    RETURN;
  END IF;
  IF coalesce(link, '') <> previous THEN
    RAISE EXCEPTION 'the chain of % does not continue at version %', p_stream, p_expected USING ERRCODE = 'RC003';
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
  IF p_expected = 0 AND upto > 0 THEN
    INSERT INTO heads VALUES (p_stream, upto, previous, moment);
  ELSIF upto > p_expected THEN
    UPDATE heads SET version = upto, hash = previous, recorded_at = moment WHERE stream = p_stream;
  END IF;

  IF p_rows <> '{}' THEN
    PERFORM apply_rows(p_rows);
  END IF;

  IF p_ring THEN
    -- The clock is read under the row's lock: a relay that claimed the row meanwhile has rung before this rose.
    INSERT INTO attendance (stream, log_version, rose_at) VALUES (p_stream, upto, clock_timestamp())
      ON CONFLICT (stream) DO UPDATE SET log_version = upto, rose_at = clock_timestamp();
  ELSIF p_ring IS NOT NULL AND p_expected = 0 THEN
    INSERT INTO attendance (stream) VALUES (p_stream) ON CONFLICT DO NOTHING;
  END IF;
  outcome := 'done';
  xid := pg_current_xact_id();
END $$;
`;
