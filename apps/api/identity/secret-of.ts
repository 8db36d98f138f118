import type { FastifyRequest } from 'fastify';
import { sessionOf } from './cookie';

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/** A program's token; null where there is none, or something else in its place. */
export const tokenOf = ({ headers }: FastifyRequest): string | null =>
  BEARER.exec(headers.authorization ?? '')?.[1] ?? null;

/** What a request is asked with: a token where one is given, else the session of the browser. */
export const secretOf = (request: FastifyRequest, publicUrl: string): string | null =>
  request.headers.authorization === undefined ? (sessionOf(request, publicUrl) ?? null) : tokenOf(request);
