/**
 * Everything a command is decided on. The plan is fixed to walks of the primary key: the planner cannot know that the
 * asked streams are nearly always up to date, and would read the whole table where a stream is long.
 */
export const load = /* sql */ `
CREATE FUNCTION load_tails(p_space text, p_principal text, p_id text, p_streams text[], p_after int[])
RETURNS TABLE (now text, stored json, xid xid8, "position" bigint, stream text, version int, bytes text,
               previous_hash text, hash text)
LANGUAGE plpgsql ROWS 10
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT iso(present.now), (SELECT stored_result(c) FROM commands c WHERE (c.space, c.principal, c.id) = (p_space, p_principal, p_id)),
         e.xid, e.position, e.stream, e.version, e.bytes, encode(e.previous_hash, 'hex'), encode(e.hash, 'hex')
  FROM (SELECT domain_now() AS now OFFSET 0) present
  LEFT JOIN LATERAL (
    SELECT tail.* FROM unnest(p_streams, p_after) WITH ORDINALITY AS asked (stream, after, place)
    CROSS JOIN LATERAL (
      SELECT * FROM events WHERE events.stream = asked.stream AND events.version > asked.after ORDER BY events.version
    ) tail
    ORDER BY asked.place, tail.version
  ) e ON true;
END $$;
`;
