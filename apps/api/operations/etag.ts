import { createHash } from 'node:crypto';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

const versionOf = (body: unknown): number | undefined => (body as { version?: number } | null)?.version;

/** A reading that says its stream's version begins its ETag with it, so that the tag serves as If-Match of a command. */
export class Versioned implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = versionOf(body);
        if (version !== undefined) void reply.header('ETag', `"${version}`);
        return body;
      }),
    );
  }
}

const isTold = (request: FastifyRequest, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');

/** Every reading has an ETag of its very bytes; whoever has them already is told so by 304 and nothing else. */
export const tagReadings = (fastify: FastifyInstance): void => {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading || reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload);
    const hash = createHash('sha256').update(payload).digest('base64url').slice(0, 22);
    const version = reply.getHeader('ETag') as string | undefined;
    const tag = version === undefined ? `"${hash}"` : `${version}.${hash}"`;
    void reply.header('ETag', tag);
    if (!isTold(request, tag)) return done(null, payload);
    void reply.code(304).removeHeader('Content-Type').removeHeader('Content-Length');
    return done(null, '');
  });
};
