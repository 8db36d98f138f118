/** The domain's clock: PostgreSQL's, plus an offset that only a demonstration or test database may move. */
export const clock = /* sql */ `
CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

CREATE FUNCTION domain_now() RETURNS timestamptz LANGUAGE sql VOLATILE
  RETURN (SELECT clock_timestamp() + clock_offset FROM install);

CREATE FUNCTION move_clock(p_to timestamptz, p_start boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  settings install;
  moved interval;
BEGIN
  SELECT * INTO settings FROM install FOR UPDATE;
  IF settings.mode = 'production' THEN
    RAISE EXCEPTION 'the clock of a production database is never moved' USING ERRCODE = 'RC005';
  END IF;
  -- In seconds, not days: a day is not always 24 hours in the session's time zone.
  moved := make_interval(secs => extract(epoch FROM p_to - clock_timestamp()));
  IF p_start AND EXISTS (SELECT FROM events) THEN
    RAISE EXCEPTION 'the first day is set before anything is recorded' USING ERRCODE = 'RC006';
  END IF;
  IF NOT p_start AND moved < settings.clock_offset THEN
    RAISE EXCEPTION 'the clock moves forward only' USING ERRCODE = 'RC006';
  END IF;
  UPDATE install SET clock_offset = moved;
END $$;
`;
