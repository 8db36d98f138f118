import { PERSON_WRITER, SYSTEM_WRITER, grant } from '../roles';

const COMMAND = 'text, text, text, text, int, text, text[], int[], text, text[], text[], jsonb, boolean';

/** Everything that the log consists of beside its tables. */
export const FUNCTIONS = [
  ...['iso', 'domain_now', 'move_clock', 'key_lock', 'head_lock', 'wait_for_key', 'rest_on', 'lock_head'],
  ...['stored_result', 'append', 'append_system', 'claim_rings', 'acknowledge', 'ask_to_ring'],
];

/** The application reads tables and calls functions; it writes to no table of the log. */
export const tableGrants = grant('SELECT ON events, heads, commands, attendance, install', PERSON_WRITER);

export const functionGrants = [
  /* sql */ `
REVOKE ALL ON FUNCTION append(${COMMAND}) FROM PUBLIC;
REVOKE ALL ON FUNCTION append_system(${COMMAND}) FROM PUBLIC;
REVOKE ALL ON FUNCTION move_clock(timestamptz, boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION ask_to_ring(timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION claim_rings(text, text, int, interval) FROM PUBLIC;
REVOKE ALL ON FUNCTION acknowledge(text, int, timestamptz, boolean, text, int, text, int) FROM PUBLIC;`,
  grant(`EXECUTE ON FUNCTION append(${COMMAND})`, PERSON_WRITER),
  grant('EXECUTE ON FUNCTION move_clock(timestamptz, boolean), ask_to_ring(timestamptz)', PERSON_WRITER),
  grant(`EXECUTE ON FUNCTION append_system(${COMMAND})`, SYSTEM_WRITER),
  grant('EXECUTE ON FUNCTION claim_rings(text, text, int, interval)', SYSTEM_WRITER),
  grant(
    'EXECUTE ON FUNCTION acknowledge(text, int, timestamptz, boolean, text, int, text, int)',
    SYSTEM_WRITER,
  ),
].join('\n');
