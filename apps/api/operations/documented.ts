import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { LIMITS, refusalsOf, writePathRefusals, type Aggregate, type ProblemCode } from '@rectify/contracts';
import type { z } from 'zod';

export const REFUSES = Symbol('refuses');
export const ANSWERS_ALONE = Symbol('answers alone');

interface Documented {
  readonly summary: string;
  readonly description?: string;
  /** Absent: an answer without content. */
  readonly answer?: z.ZodType;
  readonly status?: number;
  /** The refusals of its own; those that come of who asks, of the request and of the database are added by themselves. */
  readonly refuses?: readonly ProblemCode[];
  readonly headers?: typeof ETAG;
  /** Nobody needs to be signed in. */
  readonly isOpen?: boolean;
}

const documented = ({
  summary,
  description,
  answer,
  status = 200,
  refuses = [],
  headers,
  isOpen,
}: Documented): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary,
      ...(description !== undefined && { description }),
      ...(isOpen && { security: [] }),
    }),
    HttpCode(status),
    ApiResponse({
      status,
      description: summary,
      ...(headers && { headers }),
      ...(answer && { standardSchema: answer }),
    }),
    SetMetadata(REFUSES, refuses),
  );

type More = Partial<Documented>;

const ETAG = {
  ETag: {
    description:
      "Of these very bytes; of a campaign it begins with the stream's version and serves as If-Match.",
    schema: { type: 'string' },
  },
} as const;

/** Documents a route with its answer and everything it may refuse with (`refusals-of-route.ts`). */
export const Reading = (summary: string, answer: z.ZodType, more: More = {}): MethodDecorator =>
  applyDecorators(
    documented({ summary, answer, headers: ETAG, ...more }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag of what the caller has; 304 where it is the same still.',
      schema: { type: 'string', maxLength: LIMITS.http.headerBytes },
    }),
    ApiResponse({ status: 304, description: 'What the caller has is what there is.', headers: ETAG }),
  );
/** An answer that goes on: server-sent events. */
export const Listening = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'A stream of events, each with an id from which to go on',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
    SetMetadata(REFUSES, ['TOO_MANY_STREAMS']),
  );
export const Changing = (summary: string, answer: z.ZodType, more: More = {}): MethodDecorator =>
  documented({ summary, answer, ...more });
/** A question asked with a body: it may be refused as the aggregate's commands are, and writes nothing. */
export const Previewing = (
  summary: string,
  answer: z.ZodType,
  aggregate: Aggregate,
  more: More = {},
): MethodDecorator => documented({ summary, answer, refuses: refusalsOf[aggregate], ...more });
export const ChangingSilently = (summary: string, more: More = {}): MethodDecorator =>
  documented({ summary, status: 204, ...more });
export const Commanding = (
  summary: string,
  answer: z.ZodType,
  domain: readonly ProblemCode[],
  more: More = {},
): MethodDecorator => documented({ summary, answer, refuses: [...domain, ...writePathRefusals], ...more });

/** What is answered by the process itself, whether PostgreSQL is there or not. */
export const AnswersAlone = (): MethodDecorator => SetMetadata(ANSWERS_ALONE, true);
