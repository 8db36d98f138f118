import { isIdempotencyKey } from '@rectify/contracts';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../errors/problem';

/** A version in double quotes, or the ETag of a reading that begins with it. */
export const VERSION = /^(?:W\/)?"(\d{1,9})(?:\.[A-Za-z0-9_-]{22})?"$/;

/** What the headers of a command say. Throws VALIDATION with the header's name. */
export const commandHeaders = ({
  headers,
}: FastifyRequest): { readonly key: string; readonly ifMatch?: number } => {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') throw invalid('Idempotency-Key', 'required');
  if (!isIdempotencyKey(key)) throw invalid('Idempotency-Key', 'notAKey');
  const match = headers['if-match'];
  if (match === undefined) return { key };
  const version = VERSION.exec(match)?.[1];
  if (version === undefined) throw invalid('If-Match', 'notAVersion');
  return { key, ifMatch: Number(version) };
};
