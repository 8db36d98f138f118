import type { RecordedHistory } from './histories';

/** What a payload may say: ids, kinds, dates and counts, and the words of labels. */
const ALLOWED = /^[A-Za-z0-9 .,:;@/+_*|<>=-]*$/;

interface PayloadJson {
  readonly metadata?: { readonly encoding?: string };
  readonly data?: string;
}

const isPayload = (value: object): value is PayloadJson => 'metadata' in value && 'data' in value;

/** Every text within a value, keys included. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsOf(inner),
  ]);
};

/** Every decoded payload of a history, wherever it stands: inputs, results, markers, summaries, failures, attributes. */
export const payloadsOf = (history: unknown): unknown[] => {
  if (typeof history !== 'object' || history === null) return [];
  if (!isPayload(history)) return Object.values(history).flatMap(payloadsOf);
  const text = Buffer.from(history.data ?? '', 'base64').toString('utf8');
  return [text === '' ? null : (JSON.parse(text) as unknown)];
};

/**
 * The texts of a history that it should not hold: anything in a payload that is no word, number, id or date, and any
 * character anywhere that is not ASCII. Machine paths would show as failures' stack traces.
 */
export const strangeTexts = (history: RecordedHistory): string[] => {
  const inPayloads = payloadsOf(history).flatMap(textsOf);
  const strange = inPayloads.filter((text) => !ALLOWED.test(text));
  const beyondAscii = textsOf(history).filter((text) => [...text].some((character) => character > '~'));
  const traces = textsOf(history).filter((text) => / at .*:\d+:\d+|\/node_modules\//.test(text));
  return [...strange, ...beyondAscii, ...traces];
};
