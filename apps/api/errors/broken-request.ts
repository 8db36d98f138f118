import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_TYPE } from '@rectify/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { detailsOf } from './problem.filter';
import { problemOf } from './of-exception';
import type { Problem } from './problem';

const MALFORMED: Problem = {
  code: 'VALIDATION',
  field: 'request',
  errors: [{ field: 'request', reason: 'malformed' }],
};

/** What Node's parser gives up on, by its codes. */
const byCode: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: { code: 'HEADERS_TOO_LARGE' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: 'TOO_LARGE' },
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT' },
};

/** Answers what never became a request – headers too large, too slow, no HTTP – as any other refusal, and hangs up. */
export const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const details = detailsOf(byCode[error.code ?? ''] ?? MALFORMED);
  const body = JSON.stringify(details);
  const head = [
    `HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};

/** What the router gives up on before any route is found. */
export const answerUnrouted = (error: Error, { headers }: FastifyRequest, reply: FastifyReply): void => {
  const details = detailsOf(problemOf(error), headers['accept-language']);
  void reply.code(details.status).header('Content-Type', PROBLEM_TYPE).send(details);
};
