/**
 * What the relay and the workflow's look write. Real seconds for re-ringing, the domain's clock for what is overdue.
 */
export const attendance = /* sql */ `
CREATE FUNCTION claim_rings(p_cluster text, p_shape text, p_limit int, p_stale interval)
RETURNS TABLE (stream text, reason text, epoch int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  present timestamptz := domain_now();
  stale timestamptz := clock_timestamp() - p_stale;
  current_epoch int := (SELECT i.epoch FROM install i);
  current_calendar int := coalesce((SELECT h.version FROM heads h WHERE h.stream = 'calendar/cn'), 0);
  here text := p_cluster || ' ' || current_epoch || ' ' || current_calendar;
BEGIN
  RETURN QUERY
  WITH due AS (
    SELECT a.stream,
      CASE
        WHEN NOT a.over AND a.shape <> p_shape THEN 'shape'
        WHEN NOT a.over AND a.epoch <> current_epoch THEN 'epoch'
        WHEN NOT a.over AND a.cluster <> p_cluster THEN 'cluster'
        WHEN NOT a.over AND a.calendar_version < current_calendar THEN 'calendar'
        WHEN a.rose_at >= coalesce(a.rung_at, '-infinity') THEN 'rose'
        WHEN a.log_version > a.seen_version THEN 'unseen'
        ELSE 'overdue'
      END AS reason
    FROM attendance a
    WHERE a.rose_at >= coalesce(a.rung_at, '-infinity')
       OR (NOT a.over AND (a.cluster <> p_cluster OR a.epoch <> current_epoch OR a.calendar_version < current_calendar)
           AND a.rung_for IS DISTINCT FROM here)
       OR (coalesce(a.rung_at, '-infinity') < stale
           AND (a.log_version > a.seen_version
                OR NOT a.over AND (a.next_wake_at < present - interval '1 minute'
                                   OR a.calendar_version < current_calendar
                                   OR a.cluster IS DISTINCT FROM p_cluster
                                   OR a.epoch IS DISTINCT FROM current_epoch
                                   OR a.shape IS DISTINCT FROM p_shape)))
    ORDER BY a.rung_at NULLS FIRST
    LIMIT p_limit
    FOR UPDATE SKIP LOCKED
  )
  UPDATE attendance a SET rung_at = clock_timestamp(), rung_for = here FROM due WHERE a.stream = due.stream
  RETURNING a.stream, due.reason, current_epoch;
END $$;

CREATE FUNCTION acknowledge(
  p_stream text, p_seen_version int, p_next_wake_at timestamptz, p_over boolean, p_shape text, p_epoch int, p_cluster text,
  p_calendar_version int
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO attendance AS a (stream, seen_version, seen_at, next_wake_at, over, shape, epoch, cluster, calendar_version)
  VALUES (p_stream, p_seen_version, clock_timestamp(), p_next_wake_at, p_over, p_shape, p_epoch, p_cluster, p_calendar_version)
  ON CONFLICT (stream) DO UPDATE
    SET seen_version = excluded.seen_version, seen_at = clock_timestamp(), next_wake_at = excluded.next_wake_at,
        over = excluded.over, shape = excluded.shape, epoch = excluded.epoch, cluster = excluded.cluster,
        calendar_version = excluded.calendar_version
    WHERE a.seen_version <= excluded.seen_version
$$;

CREATE FUNCTION ask_to_ring(p_until timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked int;
BEGIN
  UPDATE attendance SET rose_at = clock_timestamp() WHERE NOT over AND next_wake_at <= p_until;
  GET DIAGNOSTICS asked = ROW_COUNT;
  RETURN asked;
END $$;
`;
