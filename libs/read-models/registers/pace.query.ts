import type { Channel, Pace } from '@rectify/domain';
import type { Pool } from 'pg';
import { rowsOf } from '../kernel/database';

/** A channel's pace as PostgreSQL's real clock has it; `turn` counts the tries ever begun. */
export interface KeptPace extends Pace {
  readonly turn: number;
  readonly now: number;
}

export const paceOf = async (pool: Pool, channel: Channel): Promise<KeptPace> => {
  const [kept] = await rowsOf<KeptPace>(pool, 'pace_of', PACE, [channel]);
  if (!kept) throw new Error('a row for every channel asked for');
  return kept;
};

const MS = (at: string): string => `(1000 * extract(epoch FROM ${at}))::float8`;
const PACE = `SELECT coalesce(p.turn, 0) AS turn, ${MS('clock_timestamp()')} AS now, ${MS('p.rests_until')} AS "restsUntil",
    coalesce((SELECT json_agg(${MS('t')} ORDER BY t) FROM unnest(p.tries) t), '[]') AS tries
  FROM (VALUES ($1::text)) asked (channel) LEFT JOIN channel_pace p USING (channel)`;

/**
 * Notes that a try begins, before it does. False where somebody else has taken the turn since `turn` was read: read
 * again, for it may have been the last that the rates allow.
 */
export const takeTurn = async (
  pool: Pool,
  channel: Channel,
  { turn, rememberedSeconds }: { readonly turn: number; readonly rememberedSeconds: number },
): Promise<boolean> => (await rowsOf(pool, 'take_turn', TAKE, [channel, turn, rememberedSeconds])).length > 0;

const TAKE = `INSERT INTO channel_pace AS p (channel, turn, tries)
  SELECT $1, 1, ARRAY[clock_timestamp()]
  ON CONFLICT (channel) DO UPDATE SET turn = p.turn + 1, tries = clock_timestamp() || ARRAY(
    SELECT t FROM unnest(p.tries) t WHERE t > clock_timestamp() - make_interval(secs => $3))
  WHERE p.turn = $2 RETURNING p.turn`;

/** The whole channel rests for so many real seconds: it does not answer, or has said that messages came too fast. */
export const restChannel = async (pool: Pool, channel: Channel, seconds: number): Promise<void> => {
  await rowsOf(pool, 'rest_channel', REST, [channel, seconds]);
};

const REST = `INSERT INTO channel_pace AS p (channel, rests_until) VALUES ($1, clock_timestamp() + make_interval(secs => $2))
  ON CONFLICT (channel) DO UPDATE SET rests_until = greatest(p.rests_until, excluded.rests_until)`;
