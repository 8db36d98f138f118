/**
 * The tables of the log. `position` alone is no cursor: two transactions that overlap may commit in the other order,
 * so followers go by (xid, position), and only below the oldest transaction still running. Ids of another cluster mean
 * nothing here: a log moves by being appended anew, never by a dump. `append` is the only writer
 * and checks what it writes: CHECKs here and a stored `body` would triple the cost of a row, and are read at each insert.
 */
export const tables = /* sql */ `
CREATE TABLE install (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  mode text NOT NULL DEFAULT 'production' CHECK (mode IN ('production', 'demo', 'test')),
  clock_offset interval NOT NULL DEFAULT interval '0',
  epoch int NOT NULL DEFAULT 1 CHECK (epoch > 0),
  CONSTRAINT only_a_demonstration_moves_the_clock CHECK (clock_offset = interval '0' OR mode IN ('demo', 'test'))
);
INSERT INTO install DEFAULT VALUES;

CREATE TABLE events (
  position bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  stream text COLLATE "C" NOT NULL,
  version int NOT NULL,
  type text NOT NULL,
  schema int NOT NULL,
  bytes text NOT NULL,
  body jsonb GENERATED ALWAYS AS (bytes::jsonb) VIRTUAL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (stream, version)
);
CREATE UNIQUE INDEX events_in_global_order ON events (xid, position);

CREATE TABLE heads (
  stream text COLLATE "C" PRIMARY KEY,
  version int NOT NULL,
  hash bytea NOT NULL,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE commands (
  space text COLLATE "C" NOT NULL,
  principal text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  payload_hash text NOT NULL,
  stream text NOT NULL,
  version int NOT NULL,
  events int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (space, principal, id)
);

CREATE TABLE attendance (
  stream text COLLATE "C" PRIMARY KEY,
  log_version int NOT NULL DEFAULT 0,
  rose_at timestamptz,
  rung_at timestamptz,
  seen_version int NOT NULL DEFAULT 0,
  seen_at timestamptz,
  next_wake_at timestamptz,
  over boolean NOT NULL DEFAULT false,
  shape text,
  epoch int,
  cluster text
) WITH (fillfactor = 60);
`;

/** For everybody, the owner and a replica included: what is in the log is never changed. */
export const appendOnly = /* sql */ `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only: % is refused', TG_OP USING ERRCODE = 'RC004';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE events ENABLE ALWAYS TRIGGER append_only;
`;
