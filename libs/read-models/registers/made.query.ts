import type { Channel, CivilDate, Mail } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../kernel/database';

/** A mail that counts for the day: whom it went to, and as what. */
export type MadeMail = Pick<Mail, 'personId' | 'kind'>;

/**
 * What counts as a day's mail for these recipients: composed or sent on it, or still on its way from a day before, so
 * that a digest which comes late and the day's own are never two.
 */
export const mailsMadeOn = (
  pool: Pool,
  channel: Channel,
  day: CivilDate,
  recipients: readonly string[],
): Promise<readonly MadeMail[]> => rowsOf<MadeMail>(pool, 'mails_made_on', MADE, [channel, day, recipients]);

const MADE = `SELECT person_id AS "personId", kind FROM mail
  WHERE channel = $1 AND person_id = ANY ($3::uuid[]) AND state <> 'dropped'
    AND (composed_on = $2::date OR state = 'claimed' OR (sent_at AT TIME ZONE 'Asia/Shanghai')::date = $2::date)`;
