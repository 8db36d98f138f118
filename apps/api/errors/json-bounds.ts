import { LIMITS } from '@rectify/contracts';
import type { FieldError } from './problem';

type Fault = Omit<FieldError, 'texts'>;

const { jsonDepth, jsonKeys, jsonItems } = LIMITS.http;

const childrenOf = (value: object, at: string): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map((item, index) => [`${at}[${index}]`, item])
    : Object.entries(value).map(([key, item]) => [at === '' ? key : `${at}.${key}`, item]);

/** U+0000 and half a character: no text, and nothing that the log or PostgreSQL keeps. */
const NOT_KEPT = /[\0\p{Cs}]/u;

/**
 * What is nested too deeply, or has too many keys or items, whatever schema it is meant for; null where nothing is. The
 * whole body is level 1. Looks no deeper than the bound.
 */
export const faultOfJson = (value: unknown, at = '', depth = 1): Fault | null => {
  if (typeof value === 'string')
    return NOT_KEPT.test(value) ? { field: at || 'body', reason: 'notAccepted' } : null;
  if (typeof value !== 'object' || value === null) return null;
  const field = at || 'body';
  if (depth > jsonDepth) return { field, reason: 'tooDeep', params: { max: jsonDepth } };
  const max = Array.isArray(value) ? jsonItems : jsonKeys;
  const children = childrenOf(value, at);
  if (children.length > max) return { field, reason: 'tooMany', params: { max } };
  if (Object.keys(value).some((key) => NOT_KEPT.test(key))) return { field, reason: 'notAccepted' };
  for (const [name, child] of children) {
    const fault = faultOfJson(child, name, depth + 1);
    if (fault) return fault;
  }
  return null;
};
