import type { Json } from '@rectify/domain';
import { createPool, createPostgresStore, verifyChain } from '@rectify/event-store';
import type { Pool } from 'pg';
import { eventually } from '../harness/wait';
import type { Entry } from './journal';

/** One event as it stands in the log, read with nothing of the product between. */
export interface Logged {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  /** The key of its command: `person/<id>/<key>`, `system/campaign/<deed>`. */
  readonly cmd: string;
  readonly data: { readonly [name: string]: Json };
}

/** The owner's own connections to a database under test. */
export interface TheLog {
  readonly pool: Pool;
  readonly events: (stream?: string) => Promise<readonly Logged[]>;
  /** Every stream's versions run from 1 without a gap, and the chain and the bytes are right. */
  readonly expectUnbroken: () => Promise<void>;
  /** Those of a journal whose effect is there. */
  readonly effective: (entries: readonly Entry[]) => Promise<readonly Entry[]>;
  /** What each key of a journal did to the log, against what its sender was told. */
  readonly expectOneEffectEach: (entries: readonly Entry[]) => Promise<void>;
  /** No reminder of one obligation, due version and rung twice, and no stage opened twice. */
  readonly expectNoDeedTwice: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const EVENTS = `SELECT stream, version, type, body->>'cmd' AS cmd, body->'data' AS data FROM events
  WHERE $1::text IS NULL OR stream = $1 ORDER BY stream, version`;

export const readTheLog = (ownerUrl: string): TheLog => {
  const pool = createPool(ownerUrl, { max: 2, purpose: 'reading' });
  const events: TheLog['events'] = async (stream) =>
    (await pool.query<Logged>(EVENTS, [stream ?? null])).rows;

  return {
    pool,
    events,
    expectUnbroken: async () => {
      const recorded = await events();
      for (const [stream, own] of grouped(recorded, (event) => event.stream))
        expect([stream, own.map(({ version }) => version)]).toEqual([
          stream,
          own.map((_, index) => index + 1),
        ]);
      // The reader of the whole log stays behind any transaction that still runs.
      const verified = await eventually(
        async () => {
          const found = await verifyChain(createPostgresStore(pool));
          return (!found.ok || found.events >= recorded.length) && found;
        },
        { what: 'the reader of the log to reach its end' },
      );
      expect(verified).toMatchObject({ ok: true });
    },
    effective: async (entries) => {
      const commands = new Set((await events()).map(({ cmd }) => cmd));
      return entries.filter((entry) => commands.has(commandOf(entry)));
    },
    expectOneEffectEach: async (entries) => {
      const byCommand = grouped(await events(), ({ cmd }) => cmd);
      for (const entry of entries) {
        const { accepted } = entry;
        const written = byCommand.get(commandOf(entry)) ?? [];
        expect(accepted).not.toBeNull();
        expect(written).toHaveLength(accepted?.facts ?? -1);
        expect(written.at(-1)?.version).toBe(accepted?.version);
        expect(written.map(({ version }) => version)).toEqual(
          written.map((_, index) => (written[0]?.version ?? 0) + index),
        );
      }
    },
    expectNoDeedTwice: async () => {
      const recorded = await events();
      expect(twice(rungsOf(recorded).map((rung) => rung.id))).toEqual([]);
      const opened = recorded.filter(({ type }) => type === 'StageOpened');
      expect(twice(opened.map(({ stream, data }) => `${stream}:${String(data['stage'])}`))).toEqual([]);
    },
    close: () => pool.end(),
  };
};

export interface LoggedRung {
  /** `<stream>/<key>:<dueVersion>:<rung>`. */
  readonly id: string;
  readonly stream: string;
  readonly key: string;
  readonly dueVersion: number;
  readonly rung: string;
  /** The working day on which it fell due. */
  readonly on: string;
  readonly merged: boolean;
}

export const rungsOf = (events: readonly Logged[]): readonly LoggedRung[] =>
  events
    .filter(({ type }) => type === 'RemindersIssued')
    .flatMap(({ stream, data }) =>
      (data['rungs'] as unknown as Omit<LoggedRung, 'id' | 'stream'>[]).map((rung) => ({
        ...rung,
        stream,
        id: `${stream}/${rung.key}:${rung.dueVersion}:${rung.rung}`,
      })),
    );

const commandOf = ({ who, key }: Entry): string => `person/${who.personId}/${key}`;

/** What stands in a list more than once. */
export const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const grouped = <T>(values: readonly T[], by: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(by(value), [...(groups.get(by(value)) ?? []), value]);
  return groups;
};
