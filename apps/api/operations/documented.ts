import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { refusalsOf, writePathRefusals, type Aggregate, type ProblemCode } from '@rectify/contracts';
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
  /** Nobody needs to be signed in. */
  readonly isOpen?: boolean;
}

const documented = ({
  summary,
  description,
  answer,
  status = 200,
  refuses = [],
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
    SetMetadata(REFUSES, refuses),
  );

type More = Partial<Documented>;

/** Documents a route with its answer and everything it may refuse with (`refusals-of-route.ts`). */
export const Reading = (summary: string, answer: z.ZodType, more: More = {}): MethodDecorator =>
  documented({ summary, answer, ...more });
export const Changing = Reading;
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
