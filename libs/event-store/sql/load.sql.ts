/**
 * Everything a command is decided on, in one prepared statement: at least one row, and just one where the caller has
 * already folded all there is. Every look-up walks a primary key, because the pool of commands forbids other plans.
 */
export const load = /* sql */ `
SELECT iso(clock_timestamp() + install.clock_offset) AS now,
  (SELECT stored_result(c) FROM commands c WHERE c.space = $1 AND c.principal = $2 AND c.id = $3) AS stored,
  e.xid, e.position, e.stream, e.version, e.bytes,
  encode(e.previous_hash, 'hex') AS previous_hash, encode(e.hash, 'hex') AS hash
FROM install
LEFT JOIN LATERAL (
  SELECT tail.* FROM unnest($4::text[], $5::int[]) AS asked (stream, after)
  CROSS JOIN LATERAL (
    SELECT * FROM events WHERE events.stream = asked.stream AND events.version > asked.after ORDER BY events.version
  ) tail
) e ON true`;
