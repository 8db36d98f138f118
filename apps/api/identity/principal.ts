import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';

/** Who asks: a natural person, by a session of the browser or by a program's token. */
export interface Principal {
  readonly personId: PersonId;
  /** The session's id as the cookie holds it; null with a token. */
  readonly session: string | null;
}

export type AskedRequest = FastifyRequest & { principal?: Principal };

export const IS_PUBLIC = Symbol('is public');
/** For the few routes that need nobody: signing in, set-up, health. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);

const principalOf = (context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AskedRequest>();
  if (!principal) throw new Error('a route that is public has no principal');
  return principal;
};

/** The asking principal. */
export const Asking = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  principalOf(context),
);
/** The asking person's id. */
export const Me = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => principalOf(context).personId,
);
