import { allPosts, isCivilDate, isPostRef, type Json, type PostRef } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { isOwnPage, OWN_PAGE } from './own-page';

/** Controls but for line feed and tab, lone surrogates, and what cannot be seen but changes what is read (bidi, zero width). */
const NOT_IN_TEXT = /[\p{Cs}\p{Cf}\p{Zl}\p{Zp}]|(?![\n\t])\p{Cc}/u;
const NOTHING = /(?!)/;
const NOT_IN_LINE = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What is wrong with a value; its text stands in the catalogue under `validation.<reason>`. */
export type TextFault = {
  readonly reason: 'tooShort' | 'tooLong' | 'notAccepted';
  readonly params?: { min?: number; max?: number };
};

const faultOf = (text: string, min: number, max: number, unwanted: RegExp): TextFault | null => {
  // Four times the bound cannot be within it: what is far too long is not counted character by character.
  const length = text.length > 4 * max ? text.length : [...text].length;
  if (length > max) return { reason: 'tooLong', params: { max } };
  if (length < min) return { reason: 'tooShort', params: { min } };
  return unwanted.test(text) ? { reason: 'notAccepted' } : null;
};

const bounded = (min: number, max: number, unwanted: RegExp, typed = z.string().trim()) =>
  typed
    .superRefine((text, context) => {
      const fault = faultOf(text, min, max, unwanted);
      if (fault) context.addIssue({ code: 'custom', message: fault.reason, params: fault });
    })
    .meta({ minLength: min, maxLength: max });

/** Any characters as they come; only how many there are is looked at. */
export const upTo = (max: number, min = 0, typed = z.string()) => bounded(min, max, NOTHING, typed);
/** Text of several lines as typed, without spaces at its ends. */
export const text = (max: number, min = 1) => bounded(min, max, NOT_IN_TEXT);
/** One visible line. */
export const line = (max: number, min = 1) => bounded(min, max, NOT_IN_LINE);

/** A check that has a text of its own in the catalogue, for a string that JSON Schema describes by more than a pattern. */
const checked = (isRight: (value: string) => boolean, reason: string, schema: Record<string, unknown>) =>
  z
    .string()
    .superRefine((value, context) => {
      if (!isRight(value)) context.addIssue({ code: 'custom', message: reason, params: { reason } });
    })
    .meta(schema);

/** A day that exists: 2026-02-30 does not. Asia/Shanghai. */
export const civilDate = checked(isCivilDate, 'notADate', { format: 'date', examples: ['2026-03-02'] });

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;
/** ISO 8601 in UTC. */
export const instant = checked(
  (value) => INSTANT.test(value) && isCivilDate(value.slice(0, 10)),
  'notAnInstant',
  {
    format: 'date-time',
  },
);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isUuid = (value: string): boolean => UUID.test(value);
/** Ids are UUIDv7 in small letters, made by whoever names a new thing. */
export const uuid = checked(isUuid, 'notAnId', { format: 'uuid', pattern: UUID.source });

/** Hex sha256 of what a decision rests on, as it was shown. */
export const basisHash = checked((value) => /^[0-9a-f]{64}$/.test(value), 'notAHash', {
  pattern: '^[0-9a-f]{64}$',
});

/** Where to go after signing in: a page of ours and nothing else. */
export const ownPage = checked(isOwnPage, 'malformed', { pattern: OWN_PAGE });

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const isSlug = (value: string): boolean => value.length <= LIMITS.code.slug && SLUG.test(value);
export const slug = checked(isSlug, 'notASlug', { pattern: SLUG.source, maxLength: LIMITS.code.slug });

export const post = z.enum(allPosts);

export const postRef = checked(isPostRef, 'notAPost', {
  pattern: `^(${allPosts.join('|')})(@parent)?$`,
}) as unknown as z.ZodType<PostRef, PostRef>;

/** Printable ASCII without spaces and quotes: it goes into a header and a unique key. */
const KEY = new RegExp(`^[!#-~]{${LIMITS.idempotencyKey.min},${LIMITS.idempotencyKey.max}}$`);
export const isIdempotencyKey = (value: unknown): value is string =>
  typeof value === 'string' && KEY.test(value);
export const idempotencyKey = checked(isIdempotencyKey, 'notAKey', { pattern: KEY.source });

const ACCOUNT = new RegExp(`^[a-z0-9][a-z0-9._-]{${LIMITS.account.min - 1},${LIMITS.account.max - 1}}$`);
/** What one signs in with; small letters, so that it is unique as typed. */
export const account = checked((value) => ACCOUNT.test(value), 'notAnAccount', { pattern: ACCOUNT.source });

/** As typed: no trimming, no composition rules (ASVS 6.2). */
export const password = z
  .string()
  .max(4 * LIMITS.password.max)
  .superRefine((value, context) => {
    const fault = faultOf(value, LIMITS.password.min, LIMITS.password.max, /\0/);
    if (fault) context.addIssue({ code: 'custom', message: fault.reason, params: fault });
  })
  .meta({ minLength: LIMITS.password.min, maxLength: LIMITS.password.max, format: 'password' });

/** Any JSON, where a document carries what another describes. */
export const json: z.ZodType<Json> = z
  .lazy(() =>
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
  )
  .meta({ id: 'Json' });

/** `{ items, next }`: `next` is the cursor of the next page, null on the last. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });
