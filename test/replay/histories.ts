import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporal } from '@temporalio/proto';
import type { Histories } from './performance';

const { History } = temporal.api.history.v1;

/** A history as it is kept, with the parts that specs look into or doctor. */
export interface RecordedHistory {
  readonly events: {
    readonly eventType: string;
    readonly activityTaskScheduledEventAttributes?: { activityType: { name: string } };
    readonly markerRecordedEventAttributes?: {
      readonly details: Record<string, { payloads: { data: string }[] }>;
    };
    readonly [attributes: string]: unknown;
  }[];
}

const folder = path.join(__dirname, 'histories');

/** Names for enums, base64 for bytes: what `fromJson` reads back into the very same messages. */
export const toJson = (history: Histories): RecordedHistory =>
  History.toObject(History.fromObject(history), {
    enums: String,
    bytes: String,
    longs: String,
  }) as RecordedHistory;

export const fromJson = (recorded: RecordedHistory): Histories => History.fromObject(recorded);

/** Keeps a history for good: only where its shape is a new one (`RECORD_HISTORIES=1`). */
export const keep = (name: string, history: Histories): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(toJson(history), null, 1)}\n`);
};

export const kept = (): readonly (readonly [name: string, history: RecordedHistory])[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RecordedHistory,
    ]);
