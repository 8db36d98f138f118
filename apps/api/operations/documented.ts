import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { PROBLEM_TYPE } from '@rectify/contracts';
import type { z } from 'zod';

const TITLES: Readonly<Record<number, string>> = {
  400: 'A value is wrong; `errors` names each field.',
  401: 'Nobody is signed in.',
  403: 'Not theirs to do, or asked by a foreign page.',
  404: 'There is no such thing, or it is not readable for the caller.',
  409: 'Not now or not so: a rule of the field, decided already, or changed since it was shown.',
  412: 'The version in If-Match is stale.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'The body is not JSON.',
  422: 'The Idempotency-Key was used with another payload.',
  429: 'Too often; see Retry-After.',
  500: 'Something unexpected; nothing was recorded.',
  503: 'PostgreSQL is away; the same request later gives one effect. See Retry-After.',
};

const problem = (status: number): MethodDecorator & ClassDecorator =>
  ApiResponse({
    status,
    description: TITLES[status] ?? 'Refused.',
    content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });

const READING = [400, 401, 404, 414, 429, 500, 503];
const CHANGING = [400, 401, 403, 404, 409, 413, 414, 415, 429, 500, 503];
const COMMAND = [...CHANGING, 412, 422];

interface Documented {
  readonly summary: string;
  readonly description?: string;
  /** Absent: an answer without content. */
  readonly answer?: z.ZodType;
  readonly status?: number;
  readonly errors?: readonly number[];
  /** Nobody needs to be signed in. */
  readonly isOpen?: boolean;
}

const documented = ({
  summary,
  description,
  answer,
  status = 200,
  errors = [],
  isOpen,
}: Documented): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary,
      ...(description !== undefined && { description }),
      ...(isOpen && { security: [] }),
    }),
    HttpCode(status),
    ApiResponse({ status, description: summary, ...(answer && { standardSchema: answer }) }),
    ...errors.map(problem),
  );

/** Documents a route with its answer and everything it may refuse with. */
export const Reading = (
  summary: string,
  answer: z.ZodType,
  more: Partial<Documented> = {},
): MethodDecorator => documented({ summary, answer, errors: READING, ...more });
export const Changing = (
  summary: string,
  answer: z.ZodType,
  more: Partial<Documented> = {},
): MethodDecorator => documented({ summary, answer, errors: CHANGING, ...more });
/** A question asked with a body: it may be refused as the command would be, and writes nothing. */
export const Previewing = Changing;
export const ChangingSilently = (summary: string, more: Partial<Documented> = {}): MethodDecorator =>
  documented({ summary, status: 204, errors: CHANGING, ...more });
export const Commanding = (
  summary: string,
  answer: z.ZodType,
  more: Partial<Documented> = {},
): MethodDecorator => documented({ summary, answer, errors: COMMAND, ...more });
