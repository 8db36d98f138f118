/**
 * The keys of sealed reports, one a report, outside the log: a report that is handed over loses its key with the event
 * that says so, and what the log holds of it can never be read again. Nothing rebuilds them.
 */
export const sealingKeys = /* sql */ `
CREATE TABLE sealing_key (
  problem_id text COLLATE "C" PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  key text NOT NULL
);
`;
