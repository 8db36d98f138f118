/**
 * Tables beside the projections: never rebuilt, for nothing in the log says what they hold. Names and addresses stand
 * only here, so that they can be erased; what was sent or failed is written by delivery alone.
 */
export const registers = /* sql */ `
CREATE TABLE profile (
  person_id uuid PRIMARY KEY,
  name text NOT NULL,
  email text
);

CREATE TABLE mail (
  mail_id uuid PRIMARY KEY,
  channel text NOT NULL,
  person_id uuid NOT NULL,
  message_id text NOT NULL UNIQUE,
  composed_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('digest', 'atOnce', 'catchUp')),
  subject text NOT NULL,
  state text NOT NULL CHECK (state IN ('claimed', 'sent', 'failed', 'dropped')),
  attempts int NOT NULL DEFAULT 1,
  claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz,
  last_error text
);
CREATE UNIQUE INDEX mail_one_digest_a_day ON mail (channel, person_id, composed_on) WHERE kind <> 'atOnce' AND state <> 'dropped';
CREATE INDEX mail_of_day ON mail (channel, composed_on);
CREATE INDEX mail_unfinished ON mail (claimed_at) WHERE state = 'claimed';

CREATE TABLE delivery (
  rung_id text COLLATE "C" NOT NULL,
  recipient uuid NOT NULL,
  channel text COLLATE "C" NOT NULL,
  mail_id uuid REFERENCES mail,
  state text NOT NULL CHECK (state IN ('claimed', 'sent', 'failed', 'dropped')),
  at timestamptz NOT NULL,
  PRIMARY KEY (rung_id, recipient, channel)
);
CREATE INDEX delivery_latest ON delivery (at DESC, rung_id DESC, recipient DESC, channel DESC);
CREATE INDEX delivery_of_mail ON delivery (mail_id);

CREATE TABLE delivery_settled (
  rung_id text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  PRIMARY KEY (rung_id, channel)
);
`;

/** Which channels are on, as the process that sends has said when it got to work: it alone knows its settings. */
export const channelSet = /* sql */ `
CREATE TABLE channel_set (
  channel text PRIMARY KEY,
  is_on boolean NOT NULL,
  sender text
);
`;

/**
 * What keeps a channel within its rates across processes and restarts: when its latest tries began, and until when it
 * rests, by the real clock. Of a mail, when it is to be tried again.
 */
export const channelPace = /* sql */ `
CREATE TABLE channel_pace (
  channel text PRIMARY KEY,
  turn int NOT NULL DEFAULT 0,
  tries timestamptz[] NOT NULL DEFAULT '{}',
  rests_until timestamptz
);
ALTER TABLE mail ADD COLUMN retry_at timestamptz;
`;
